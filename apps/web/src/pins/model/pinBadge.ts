import { type Board, functionOfMode, type PinFunction } from "@gpioscope/logic";
import { HTTP_CALLER, LINE_SERVER, OTHER_PROGRAM, type PinFacts } from "@gpioscope/protocol";
import { driveText, UNIT_SPACE } from "./driveText.ts";
import type { Watches } from "./watches.ts";

/** The chip in a pin's row: what drives or watches it. */
export interface PinBadge {
	readonly text: string;
	/** Accent when this session drives it, plain when others do. */
	readonly tone: "accent" | "plain" | "outline" | "attention";
	/** Who, for the tooltip. */
	readonly title?: string;
}

/** Who changed a pin last: `you`, `session 3f2a`, `other program`, `line server`; undefined when the bridge saw nobody. */
export function changedByText(facts: PinFacts, sessionId: string | undefined): string | undefined {
	const session = facts.changedBy?.session;
	if (session === undefined) return undefined;
	return whoText(session, sessionId);
}

/** A session in words, as seen from this one. */
export function whoText(session: string, sessionId: string | undefined): string {
	if (session === sessionId) return "you";
	return [OTHER_PROGRAM, LINE_SERVER, HTTP_CALLER].includes(session)
		? session
		: `session ${session.slice(0, 4)}`;
}

/** A bus that owns the pin by its ALT function: `I²C bus 1`, `SPI 0`, `Serial`. */
export function busText(found: PinFunction | undefined): string | undefined {
	switch (found?.kind) {
		case "i2c":
			return `I²C bus ${found.unit ?? 0}`;
		case "spi":
			return `SPI ${found.unit ?? 0}`;
		case "uart":
			return "Serial";
		default:
			return undefined;
	}
}

/** The badge of a pin; undefined when nothing is worth one. */
export function pinBadge(
	facts: PinFacts,
	board: Board,
	sessionId: string | undefined,
	watches: Watches,
): PinBadge | undefined {
	const who = changedByText(facts, sessionId);
	const title = who === undefined ? {} : { title: `Driven by ${who}` };
	const drive = driveText(facts.drive);
	if (drive !== undefined) return { text: drive, tone: who === "you" ? "accent" : "plain", ...title };
	const bus = busText(functionOfMode(facts.gpio, facts.mode, board.processor));
	if (bus !== undefined) return { text: bus, tone: "plain" };
	if (watches.glitch !== undefined && watches.glitch > 0) {
		return {
			text: `Glitch ${watches.glitch}${UNIT_SPACE}µs`,
			tone: "attention",
			title: "A glitch filter hides shorter pulses, for all programs",
		};
	}
	if (watches.noise !== undefined && watches.noise.steady > 0) {
		return {
			text: "Noise filter",
			tone: "attention",
			title: "A noise filter hides changes, for all programs",
		};
	}
	if (facts.mode === 0 && facts.pull?.source === "set here" && facts.pull.value !== 0) {
		return { text: facts.pull.value === 2 ? "pull-up" : "pull-down", tone: "outline" };
	}
	return undefined;
}
