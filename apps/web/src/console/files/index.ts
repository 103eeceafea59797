import type { ToolDefinition } from "../ToolDefinition.ts";
import { FilesInspector } from "./FilesInspector.tsx";
import { FilesMain } from "./FilesMain.tsx";

export const filesTool: ToolDefinition = { label: "Files", Main: FilesMain, Inspector: FilesInspector };
