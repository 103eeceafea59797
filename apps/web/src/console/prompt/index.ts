import type { ToolDefinition } from "../ToolDefinition.ts";
import { PromptInspector } from "./PromptInspector.tsx";
import { PromptMain } from "./PromptMain.tsx";
import { PromptTools } from "./PromptTools.tsx";

export const promptTool: ToolDefinition = {
	label: "Console",
	Main: PromptMain,
	Tools: PromptTools,
	Inspector: PromptInspector,
};
