import type { Trigger } from "@gpioscope/logic";
import { triggerProblem } from "@gpioscope/logic";
import { notifications } from "@mantine/notifications";
import { shownCapture } from "../../bridge/index.ts";
import { here } from "../actions/here.ts";
import { jump } from "../jumps.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";
import { searchedTriggers } from "./searchedTriggers.ts";
import { currentTriggers } from "./triggerStore.ts";

type Direction = "next" | "previous";

/** Blue to the hit beside it of the triggers that are on; while none is on, of all that could be. */
export function stepToHit(direction: Direction): Promise<void> {
	const { blue } = scopeStore.getState().cursors;
	return go(stepped(), blue ?? here(), direction);
}

/** Blue to the newest hit of one trigger, on or off. */
export function findLastHit(number: number): Promise<void> {
	return go(
		currentTriggers().filter((trigger) => trigger.number === number),
		Number.MAX_VALUE,
		"previous",
	);
}

/** While none is on, all that could be: to step to a hit nothing has to be switched on. */
function stepped(): readonly Trigger[] {
	const searched = searchedTriggers();
	return searched.length > 0
		? searched
		: currentTriggers().filter((trigger) => triggerProblem(trigger) === undefined);
}

function go(triggers: readonly Trigger[], from: number, direction: Direction): Promise<void> {
	return stepTo(triggers, from, direction).catch((error: unknown) =>
		console.error("The capture did not answer.", error),
	);
}

async function stepTo(triggers: readonly Trigger[], from: number, direction: Direction): Promise<void> {
	if (triggers.length === 0) return;
	const hit = await shownCapture.hitBeside(triggers, from, direction);
	if (hit === undefined) {
		const names = triggers.map(({ number }) => `T${number}`).join(", ");
		notifications.show({
			id: "trigger-hits",
			message: `No ${direction === "next" ? "further" : "earlier"} hit of ${names} in this capture.`,
		});
		return;
	}
	scopeStore.getState().pause();
	setCursor("blue", hit.time);
	jump(() => viewport.reveal(hit.time));
}
