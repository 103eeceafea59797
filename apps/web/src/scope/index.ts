import { Activity } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { scopeActions } from "./actions/index.ts";
import { tables } from "./drawer/tables.ts";
import { scopeGestures } from "./gestures.ts";
import { ScopeInspector } from "./inspector/ScopeInspector.tsx";
import { PointerItem } from "./PointerItem.tsx";
import { PhoneStrip } from "./phone/PhoneStrip.tsx";
import { ScopeMain } from "./ScopeMain.tsx";
import { searchScope } from "./searchScope.ts";
import { ScopeToolbar } from "./toolbar/ScopeToolbar.tsx";

/** Live traces of all lines, in time. */
export const scopeView: ViewDefinition = {
	id: "scope",
	label: "Scope",
	icon: Activity,
	Main: ScopeMain,
	Toolbar: ScopeToolbar,
	Inspector: ScopeInspector,
	inspectorWidth: 288,
	PhoneSheet: PhoneStrip,
	drawer: tables,
	actions: scopeActions,
	gestures: scopeGestures,
	search: searchScope,
	StatusItems: PointerItem,
};
