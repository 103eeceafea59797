import type { BusDefinition } from "../BusDefinition.ts";
import { SpiInspector } from "./SpiInspector.tsx";
import { SpiMain } from "./SpiMain.tsx";

export const spiBus: BusDefinition = { label: "SPI", Main: SpiMain, Inspector: SpiInspector };
