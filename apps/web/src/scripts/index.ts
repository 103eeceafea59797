import { ScrollText } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";
import { scriptsActions } from "./scriptsActions.ts";
import { searchScripts } from "./searchScripts.ts";

const parts = () => import("./parts.ts");

/** Scripts that run inside pigpiod: written, stored, started and watched. */
export const scriptsView: ViewDefinition = {
	id: "scripts",
	label: "Scripts",
	icon: ScrollText,
	Main: lazyPart(async () => (await parts()).ScriptsMain),
	Toolbar: lazyPart(async () => (await parts()).ScriptsToolbar),
	phoneToolbar: true,
	Inspector: lazyPart(async () => (await parts()).ScriptsInspector),
	inspectorWidth: 300,
	drawer: [
		{
			id: "problems",
			label: "Problems",
			Content: lazyPart(async () => (await parts()).ProblemList),
			Count: lazyPart(async () => (await parts()).ProblemCount),
		},
		{ id: "words", label: "Words", Content: lazyPart(async () => (await parts()).WordList) },
		logTab,
	],
	actions: scriptsActions,
	search: searchScripts,
};
