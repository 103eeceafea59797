import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { type ToolKind, toolKinds } from "./toolKinds.ts";

interface ConsoleState {
	/** Which tool is on view. */
	readonly tool: ToolKind;
}

/** What the person chose about the console; kept in the browser. */
export const consoleStore = createStore<ConsoleState>()(
	persist((): ConsoleState => ({ tool: "prompt" }), {
		name: "gpioscope.console",
		version: 1,
		merge: (stored, current) => {
			const tool = (stored as Partial<ConsoleState> | undefined)?.tool;
			return tool !== undefined && toolKinds.includes(tool) ? { ...current, tool } : current;
		},
	}),
);

/** Shows a tool. */
export function showTool(tool: ToolKind): void {
	consoleStore.setState({ tool });
}
