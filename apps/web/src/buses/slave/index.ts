import type { BusDefinition } from "../BusDefinition.ts";
import { SlaveInspector } from "./SlaveInspector.tsx";
import { SlaveMain } from "./SlaveMain.tsx";
import { useLines } from "./useLines.ts";

export const slaveBus: BusDefinition = {
	label: "Slave",
	Main: SlaveMain,
	useLines,
	Inspector: SlaveInspector,
};
