import { Terminal } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";

const parts = () => import("./parts.ts");

/** Every command of pigpiod, typed as pigs takes it. */
export const consoleView: ViewDefinition = {
	id: "console",
	label: "Console",
	icon: Terminal,
	Main: lazyPart(async () => (await parts()).ConsoleMain),
	drawer: [logTab],
};
