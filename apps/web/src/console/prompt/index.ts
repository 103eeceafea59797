import type { ToolDefinition } from "../ToolDefinition.ts";
import { PromptMain } from "./PromptMain.tsx";

export const promptTool: ToolDefinition = { label: "Console", Main: PromptMain };
