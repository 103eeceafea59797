import { alternateFunction, type Board, functionName, isIdLine, pinOf } from "@gpioscope/logic";
import type { PinFacts } from "@gpioscope/protocol";
import { inputMode, outputMode } from "../../actions/pins/pinCall.ts";
import { UNIT_SPACE } from "./driveText.ts";
import { changedByText, type PinBadge, pinBadge } from "./pinBadge.ts";

/** How pins are numbered on screen. */
export type Numbering = "gpio" | "pin" | "wiringPi";

/** Everything a pin's row says but for its level. */
export interface PinRowModel {
	readonly gpio: number;
	/** Own name, else the usual function, else `general use`. */
	readonly name: string;
	/** False when the name is only a function's, shown in a lighter colour. */
	readonly named: boolean;
	/** `in`, `out`, the ALT function without its bus (`MOSI`), or `–` while unknown. */
	readonly direction: string;
	readonly badge: PinBadge | undefined;
	readonly locked: boolean;
	/** For screen readers; without the level, which changes too often. */
	readonly spoken: string;
}

/** What a row is made from. */
export interface PinRowSource {
	readonly gpio: number;
	readonly board: Board;
	/** undefined until the bridge has told. */
	readonly facts: PinFacts | undefined;
	readonly name: string | undefined;
	readonly sessionId: string | undefined;
}

/** A function without the bus in front: `SPI0_MOSI` is `MOSI` beside the badge `SPI 0`. */
export function shortFunction(name: string): string {
	return name.replace(/^(?:SPI\d|BSCSL)_/, "");
}

/** What a GPIO without a name is called: its first function, the ID EEPROM's line, or that it has no other use. */
export function usualName(gpio: number, board: Board): string {
	if (isIdLine(gpio, board)) return gpio === 0 ? "ID_SD" : "ID_SC";
	const found = alternateFunction(gpio, 0, board.processor);
	if (found !== undefined) return shortFunction(found.name);
	return board.gpios.includes(gpio) ? "general use" : "inside the board";
}

/** Mode of a pin as its row says it. */
export function directionText(facts: PinFacts | undefined, board: Board): string {
	if (facts === undefined) return "–";
	if (facts.mode === inputMode) return "in";
	if (facts.mode === outputMode) return "out";
	return shortFunction(functionName(facts.gpio, facts.mode, board));
}

function spokenMode(facts: PinFacts | undefined, board: Board): string {
	if (facts === undefined) return "unknown mode";
	return functionName(facts.gpio, facts.mode, board);
}

function spokenUnits(text: string): string {
	return text.replace(`${UNIT_SPACE}%`, " percent").replace(`${UNIT_SPACE}µs`, " microseconds");
}

/** The row of one GPIO. */
export function pinRow(source: PinRowSource): PinRowModel {
	const { gpio, board, facts, sessionId } = source;
	const badge = facts && pinBadge(facts, board, sessionId);
	const locked = facts?.locked === true;
	const who = facts && changedByText(facts, sessionId);
	const name = source.name ?? usualName(gpio, board);
	const pin = pinOf(board, gpio);
	const spoken = [
		pin === undefined ? undefined : `Pin ${pin.pin}`,
		`GPIO ${gpio}`,
		name,
		spokenMode(facts, board),
		badge && spokenUnits(badge.text),
		badge !== undefined && who !== undefined ? `driven by ${who}` : undefined,
		locked ? "locked" : undefined,
	];
	return {
		gpio,
		name,
		named: source.name !== undefined,
		direction: directionText(facts, board),
		badge,
		locked,
		spoken: spoken.filter((part) => part !== undefined).join(", "),
	};
}
