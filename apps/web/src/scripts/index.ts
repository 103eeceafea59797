import { ScrollText } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";

const parts = () => import("./parts.ts");

/** Scripts that run inside pigpiod: written, stored, started and watched. */
export const scriptsView: ViewDefinition = {
	id: "scripts",
	label: "Scripts",
	icon: ScrollText,
	Main: lazyPart(async () => (await parts()).ScriptsMain),
	drawer: [logTab],
};
