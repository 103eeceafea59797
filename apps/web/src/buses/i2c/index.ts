import type { BusDefinition } from "../BusDefinition.ts";
import { I2cMain } from "./I2cMain.tsx";

export const i2cBus: BusDefinition = { label: "I²C", Main: I2cMain };
