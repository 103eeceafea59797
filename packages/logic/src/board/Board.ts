import { type Header, header26, header26First, header40, headerP5, pinOfGpio } from "./header.ts";
import { defaultPermittedMask } from "./permitted.ts";
import { decodeRevision, type Processor, sodimmModules } from "./revision.ts";

/** Every GPIO of the chip, those included that a board uses for itself. */
export const chipGpios: readonly number[] = Array.from({ length: 54 }, (_, gpio) => gpio);

/** What a revision code tells of a board and its pins. */
export interface Board {
	readonly revision: number;
	/** False for a revision not known here: the board is then drawn as a usual 40-pin one. */
	readonly known: boolean;
	/** Model without the maker: `3B`. */
	readonly model: string;
	/** Name for people: `Pi 3B 1.2`, `CM3+ 1.0`, `Unknown board`. */
	readonly name: string;
	/** Memory in MiB. */
	readonly memory?: number;
	readonly processor: Processor;
	/** The first B, whose pins 3, 5 and 13 lead to other GPIOs. */
	readonly firstB: boolean;
	/** The headers as they lie on the board; none on a Compute Module. */
	readonly headers: readonly Header[];
	/** Every GPIO that can be reached from outside, ascending. */
	readonly gpios: readonly number[];
	/** GPIOs that pigpiod lets be changed without its option -x; bit n is GPIO n. */
	readonly permittedMask: bigint;
}

function headersOf(model: string, version: string): readonly Header[] {
	if (model.startsWith("CM")) return [];
	if (model === "B" && version === "1.0") return [header26First];
	if (model === "A" || model === "B") return [header26, headerP5];
	return [header40];
}

function gpiosOf(model: string, headers: readonly Header[]): readonly number[] {
	if (headers.length > 0) {
		const onHeaders = headers
			.flatMap((h) => h.pins)
			.flatMap((pin) => (pin.kind === "gpio" ? [pin.gpio] : []));
		return onHeaders.sort((a, b) => a - b);
	}
	// The SODIMM modules lead out 46 GPIOs; the CM4 and CM5 connectors have the 28 of the 40-pin header.
	const count = sodimmModules.has(model) ? 46 : 28;
	return Array.from({ length: count }, (_, gpio) => gpio);
}

function nameOf(known: boolean, model: string, version: string): string {
	if (!known) return "Unknown board";
	return `${model.startsWith("CM") ? "" : "Pi "}${model} ${version}`;
}

/** The board of a revision code (HWVER). Never fails: an unknown code gives a usual 40-pin board. */
export function boardOf(revision: number): Board {
	const decoded = decodeRevision(revision);
	const headers = decoded.known ? headersOf(decoded.model, decoded.version) : [header40];
	return {
		revision,
		known: decoded.known,
		model: decoded.model,
		name: nameOf(decoded.known, decoded.model, decoded.version),
		...(decoded.memory === undefined ? {} : { memory: decoded.memory }),
		processor: decoded.processor,
		firstB: decoded.model === "B" && decoded.version === "1.0",
		headers,
		gpios: gpiosOf(decoded.model, headers),
		permittedMask: defaultPermittedMask(decoded),
	};
}

/** True if pigpiod's default mask lets a GPIO of the board be changed. */
export function isPermitted(board: Board, gpio: number): boolean {
	return gpio >= 0 && ((board.permittedMask >> BigInt(gpio)) & 1n) === 1n;
}

/** Physical pin of a GPIO: header and number; undefined if it is on none. */
export function pinOf(board: Board, gpio: number): { header: Header; pin: number } | undefined {
	for (const header of board.headers) {
		const pin = pinOfGpio(header, gpio);
		if (pin !== undefined) return { header, pin };
	}
	return undefined;
}
