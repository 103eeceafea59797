import type { BusDefinition } from "../BusDefinition.ts";
import { SerialInspector } from "./SerialInspector.tsx";
import { SerialMain } from "./SerialMain.tsx";

export const serialBus: BusDefinition = { label: "Serial", Main: SerialMain, Inspector: SerialInspector };
