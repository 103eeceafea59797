import { useStore } from "zustand";
import { consoleStore } from "./consoleStore.ts";
import { tools } from "./tools.ts";

/** What belongs to the chosen tool at the right. */
export function ConsoleInspector() {
	const { Inspector } = tools[useStore(consoleStore, (state) => state.tool)];
	return Inspector === undefined ? null : <Inspector />;
}
