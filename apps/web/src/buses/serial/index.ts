import type { BusDefinition } from "../BusDefinition.ts";
import { SerialInspector } from "./SerialInspector.tsx";
import { SerialMain } from "./SerialMain.tsx";
import { useLines } from "./useLines.ts";

export const serialBus: BusDefinition = {
	label: "Serial",
	Main: SerialMain,
	useLines,
	Inspector: SerialInspector,
};
