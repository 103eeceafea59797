import { alternateFunction, type Board, pinOf, wiringPiNumber } from "@gpioscope/logic";

/**
 * True if a GPIO answers to what was typed: a number (GPIO, pin or wiringPi), `pin 12`, `gpio 18`, a part of
 * its name or of one of its functions. An empty search finds all.
 */
export function matchesPin(query: string, gpio: number, name: string, board: Board): boolean {
	const words = query.trim().toLowerCase();
	if (words === "") return true;
	const pin = pinOf(board, gpio)?.pin;
	const exact = /^(gpio|pin|wpi|wiringpi)?\s*(\d+)$/.exec(words);
	if (exact !== null) {
		const number = Number(exact[2]);
		switch (exact[1]) {
			case "gpio":
				return gpio === number;
			case "pin":
				return pin === number;
			case undefined:
				return gpio === number || pin === number || name.includes(words);
			default:
				return wiringPiNumber(gpio, board.firstB) === number;
		}
	}
	if (name.toLowerCase().includes(words)) return true;
	return [0, 1, 2, 3, 4, 5].some((alt) =>
		alternateFunction(gpio, alt, board.processor)?.name.toLowerCase().includes(words),
	);
}
