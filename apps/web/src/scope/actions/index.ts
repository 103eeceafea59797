import { clearActions } from "../clear/clearActions.ts";
import { compareActions } from "../compare/compareActions.ts";
import { derivedActions } from "../derived/derivedActions.ts";
import { filesActions } from "../files/filesActions.ts";
import { findActions } from "../find/findActions.ts";
import { foldActions } from "../fold/foldActions.ts";
import { triggerActions } from "../trigger/triggerActions.ts";
import { changeActions } from "./changes.ts";
import { cursorActions } from "./cursors.ts";
import { edgeActions } from "./edges.ts";
import { fitActions } from "./fitting.ts";
import { laneActions } from "./lanes.ts";
import { modeActions } from "./mode.ts";
import { movingActions } from "./moving.ts";
import { toolActions } from "./tools.ts";

/** What a person can do in the scope, in the order of the palette. */
export const scopeActions = [
	...modeActions,
	...edgeActions,
	...movingActions,
	...fitActions,
	...foldActions,
	...cursorActions,
	...laneActions,
	...derivedActions,
	...triggerActions,
	...findActions,
	...toolActions,
	...changeActions,
	...clearActions,
	...filesActions,
	...compareActions,
];
