import type { BusDefinition } from "../BusDefinition.ts";
import { I2cInspector } from "./I2cInspector.tsx";
import { I2cMain } from "./I2cMain.tsx";
import { I2cTools } from "./I2cTools.tsx";
import { useLines } from "./useLines.ts";

export const i2cBus: BusDefinition = {
	label: "I²C",
	Main: I2cMain,
	Tools: I2cTools,
	useLines,
	Inspector: I2cInspector,
};
