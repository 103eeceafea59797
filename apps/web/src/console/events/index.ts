import type { ToolDefinition } from "../ToolDefinition.ts";
import { EventsInspector } from "./EventsInspector.tsx";
import { EventsMain } from "./EventsMain.tsx";

export const eventsTool: ToolDefinition = { label: "Events", Main: EventsMain, Inspector: EventsInspector };
