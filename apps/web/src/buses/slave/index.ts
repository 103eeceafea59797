import type { BusDefinition } from "../BusDefinition.ts";
import { SlaveInspector } from "./SlaveInspector.tsx";
import { SlaveMain } from "./SlaveMain.tsx";

export const slaveBus: BusDefinition = { label: "Slave", Main: SlaveMain, Inspector: SlaveInspector };
