import type { ToolDefinition } from "../ToolDefinition.ts";
import { PromptInspector } from "./PromptInspector.tsx";
import { PromptMain } from "./PromptMain.tsx";

export const promptTool: ToolDefinition = {
	label: "Console",
	Main: PromptMain,
	Inspector: PromptInspector,
};
