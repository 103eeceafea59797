/** The tools of the console, in the order of the toolbar. */
export const toolKinds = ["prompt", "events", "files", "shell"] as const;
export type ToolKind = (typeof toolKinds)[number];
