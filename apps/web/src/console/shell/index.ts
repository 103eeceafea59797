import type { ToolDefinition } from "../ToolDefinition.ts";
import { ShellInspector } from "./ShellInspector.tsx";
import { ShellMain } from "./ShellMain.tsx";

export const shellTool: ToolDefinition = { label: "Shell", Main: ShellMain, Inspector: ShellInspector };
