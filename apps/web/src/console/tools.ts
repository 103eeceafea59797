import { eventsTool } from "./events/index.ts";
import { filesTool } from "./files/index.ts";
import { promptTool } from "./prompt/index.ts";
import { shellTool } from "./shell/index.ts";
import type { ToolDefinition } from "./ToolDefinition.ts";
import type { ToolKind } from "./toolKinds.ts";

/** What each tool shows. */
export const tools: Readonly<Record<ToolKind, ToolDefinition>> = {
	prompt: promptTool,
	events: eventsTool,
	files: filesTool,
	shell: shellTool,
};
