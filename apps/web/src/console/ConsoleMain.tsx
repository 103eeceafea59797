import { useStore } from "zustand";
import { consoleStore } from "./consoleStore.ts";
import { tools } from "./tools.ts";

/** The tool that was chosen. */
export function ConsoleMain() {
	const { Main } = tools[useStore(consoleStore, (state) => state.tool)];
	return <Main />;
}
