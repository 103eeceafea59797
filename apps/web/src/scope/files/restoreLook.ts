import type { OpenedFile } from "../../bridge/index.ts";
import { showBusesOf } from "../lanes/groupsStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { applySession } from "../session/session.ts";
import { sessionParts } from "../session/sessionParts.ts";

/** Numbers of markers begin here; 1 and 2 are green and red. */
const FIRST_NUMBER = 3;

/**
 * Makes the capture on view look as its file says.
 *
 * @returns what could not be taken, one sentence each
 */
export function restoreLook({
	markers,
	buses,
	view,
}: Pick<OpenedFile, "markers" | "buses" | "view">): readonly string[] {
	if (markers.length > 0)
		scopeStore.setState({
			named: markers.map((marker, index) => ({ ...marker, number: FIRST_NUMBER + index })),
		});
	showBusesOf(buses);
	return applySession(sessionParts, view);
}
