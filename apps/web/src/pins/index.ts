import { CircuitBoard } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { PinInspector } from "./inspector/PinInspector.tsx";
import { PinsMain } from "./PinsMain.tsx";
import { PinsStatus } from "./PinsStatus.tsx";
import { PinsToolbar } from "./PinsToolbar.tsx";
import { PinSheet } from "./phone/PinSheet.tsx";
import { pinsActions } from "./pinsActions.ts";

/** The board's pins: what they are, their levels, and everything that can be done with them. */
export const pinsView: ViewDefinition = {
	id: "pins",
	label: "Pins",
	icon: CircuitBoard,
	Main: PinsMain,
	Toolbar: PinsToolbar,
	phoneToolbar: true,
	Inspector: PinInspector,
	inspectorWidth: 320,
	PhoneSheet: PinSheet,
	drawer: [logTab],
	StatusItems: PinsStatus,
	actions: pinsActions,
};
