import type { BusDefinition } from "../BusDefinition.ts";
import { SpiInspector } from "./SpiInspector.tsx";
import { SpiMain } from "./SpiMain.tsx";
import { useLines } from "./useLines.ts";

export const spiBus: BusDefinition = { label: "SPI", Main: SpiMain, useLines, Inspector: SpiInspector };
