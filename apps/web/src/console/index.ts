import { Terminal } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";

const parts = () => import("./parts.ts");

/** Every command of pigpiod, typed as pigs takes it; its events, files and programs. */
export const consoleView: ViewDefinition = {
	id: "console",
	label: "Console",
	icon: Terminal,
	Main: lazyPart(async () => (await parts()).ConsoleMain),
	Toolbar: lazyPart(async () => (await parts()).ConsoleToolbar),
	phoneToolbar: true,
	Inspector: lazyPart(async () => (await parts()).ConsoleInspector),
	inspectorWidth: 320,
	drawer: [logTab],
};
