import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { type ToolKind, toolKinds } from "./toolKinds.ts";

interface ConsoleState {
	/** Which tool is on view. */
	readonly tool: ToolKind;
	/** On a phone: the sheet with help and code is open. */
	readonly isHelpOpen: boolean;
}

/** What the person chose about the console; the tool is kept in the browser. */
export const consoleStore = createStore<ConsoleState>()(
	persist((): ConsoleState => ({ tool: "prompt", isHelpOpen: false }), {
		name: "gpioscope.console",
		version: 1,
		partialize: ({ tool }) => ({ tool }),
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

/** Opens or closes the sheet with help and code. */
export function showHelp(isHelpOpen: boolean): void {
	consoleStore.setState({ isHelpOpen });
}
