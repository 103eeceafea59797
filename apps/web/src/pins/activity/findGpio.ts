import { type Board, chipGpios } from "@gpioscope/logic";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { matchesPin } from "../model/findPin.ts";
import { usualName } from "../model/pinRow.ts";

/** The GPIO that answers best to what was typed, by name before by function; undefined when none does. */
export function findGpio(query: string, board: Board): number | undefined {
	if (query.trim() === "") return undefined;
	const names = namesStore.getState();
	const nameOf = (gpio: number): string => ownName(names, gpio) ?? usualName(gpio, board);
	// Those that the board leads out come before those that it uses itself.
	const all = [...new Set([...board.gpios, ...chipGpios])];
	const found = all.filter((gpio) => matchesPin(query, gpio, nameOf(gpio), board));
	const words = query.trim().toLowerCase();
	return found.find((gpio) => nameOf(gpio).toLowerCase().includes(words)) ?? found[0];
}
