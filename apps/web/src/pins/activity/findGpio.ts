import type { Board } from "@gpioscope/logic";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { matchesPin } from "../model/findPin.ts";
import { usualName } from "../model/pinRow.ts";

/** The first GPIO that answers to what was typed; undefined when none does. */
export function findGpio(query: string, board: Board): number | undefined {
	if (query.trim() === "") return undefined;
	const names = namesStore.getState();
	return board.gpios.find((gpio) =>
		matchesPin(query, gpio, ownName(names, gpio) ?? usualName(gpio, board), board),
	);
}
