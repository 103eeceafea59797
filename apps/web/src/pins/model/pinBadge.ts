import { type Board, functionOfMode, type PinFunction } from "@gpioscope/logic";
import { HTTP_CALLER, LINE_SERVER, OTHER_PROGRAM, type PinFacts, type PinUse } from "@gpioscope/protocol";
import { driveText, UNIT_SPACE } from "./driveText.ts";

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

const portTexts = {
	bitBangI2c: "I²C bit-bang",
	bitBangSpi: "SPI bit-bang",
	bitBangSerial: "Serial in",
} as const;

/** What works with a pin beside its drive. */
function badgeOfUse(use: PinUse | undefined): Pick<PinBadge, "text" | "title"> | undefined {
	switch (use?.kind) {
		case "script":
			return { text: `Script ${use.script}`, title: `Script ${use.script} of pigpiod uses it` };
		case "port":
			return { text: portTexts[use.port], title: "A bit-banged port of pigpiod has it" };
		case undefined:
			return undefined;
	}
}

/** The badge of a pin; undefined when nothing is worth one. */
export function pinBadge(facts: PinFacts, board: Board, sessionId: string | undefined): PinBadge | undefined {
	const who = changedByText(facts, sessionId);
	const title = who === undefined ? {} : { title: `Driven by ${who}` };
	const drive = driveText(facts.drive);
	if (drive !== undefined) return { text: drive, tone: who === "you" ? "accent" : "plain", ...title };
	const bus = busText(functionOfMode(facts.gpio, facts.mode, board.processor));
	if (bus !== undefined) return { text: bus, tone: "plain" };
	const use = badgeOfUse(facts.use);
	if (use !== undefined) return { ...use, tone: "plain" };
	const { glitch = 0, noise } = facts.watches ?? {};
	if (glitch > 0) {
		return {
			text: `Glitch ${glitch}${UNIT_SPACE}µs`,
			tone: "attention",
			title: "A glitch filter hides shorter pulses, for all programs",
		};
	}
	if (noise !== undefined && noise.steady > 0) {
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
