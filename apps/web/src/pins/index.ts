import { CircuitBoard } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";
import { PinsStatus } from "./PinsStatus.tsx";
import { pinsActions } from "./pinsActions.ts";

const parts = () => import("./parts.ts");

/** The board's pins: what they are, their levels, and everything that can be done with them. */
export const pinsView: ViewDefinition = {
	id: "pins",
	label: "Pins",
	icon: CircuitBoard,
	Main: lazyPart(async () => (await parts()).PinsMain),
	Toolbar: lazyPart(async () => (await parts()).PinsToolbar),
	phoneToolbar: true,
	Inspector: lazyPart(async () => (await parts()).PinInspector),
	inspectorWidth: 320,
	PhoneSheet: lazyPart(async () => (await parts()).PinSheet),
	drawer: [logTab],
	StatusItems: PinsStatus,
	actions: pinsActions,
};
