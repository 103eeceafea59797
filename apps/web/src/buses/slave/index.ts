import type { BusDefinition } from "../BusDefinition.ts";
import { SlaveMain } from "./SlaveMain.tsx";

export const slaveBus: BusDefinition = { label: "Slave", Main: SlaveMain };
