import type { BusDefinition } from "../BusDefinition.ts";
import { SpiMain } from "./SpiMain.tsx";

export const spiBus: BusDefinition = { label: "SPI", Main: SpiMain };
