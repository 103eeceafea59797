import type { BusDefinition } from "../BusDefinition.ts";
import { SerialMain } from "./SerialMain.tsx";

export const serialBus: BusDefinition = { label: "Serial", Main: SerialMain };
