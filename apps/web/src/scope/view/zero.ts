import type { NamedMarker, ZeroChoice } from "../scopeStore.ts";
import type { Zero } from "./tickLabels.ts";

/** What a zero may refer to. Times in µs of the capture. */
export interface ZeroFacts {
	readonly zero: ZeroChoice;
	readonly cursors: Readonly<Partial<Record<string, number>>>;
	readonly named: readonly NamedMarker[];
	/** The hit of a trigger that the scope stands at. */
	readonly hit: number | undefined;
	/** When the capture began. */
	readonly origin: number;
	/** One moment on both clocks. */
	readonly anchor: { readonly time: number; readonly wall: number } | undefined;
}

/** Where the ruler counts from; the capture's start while what was chosen does not exist. */
export function zeroOf({ zero, cursors, named, hit, origin, anchor }: ZeroFacts): Zero {
	const start: Zero = { kind: "time", time: origin };
	switch (zero.kind) {
		case "start":
			return start;
		case "clock":
			return anchor === undefined ? start : { kind: "clock", ...anchor };
		case "trigger":
			return hit === undefined ? start : { kind: "time", time: hit };
		case "cursor": {
			const time = cursors[zero.cursor];
			return time === undefined ? start : { kind: "time", time };
		}
		case "marker": {
			const marker = named.find(({ number }) => number === zero.number);
			return marker === undefined ? start : { kind: "time", time: marker.time };
		}
	}
}

/** Multiples of a step on a clock lie on its round times, so its zero moves to the hour before it. */
export function roundZero(zero: Zero): Zero {
	if (zero.kind === "time") return zero;
	const intoDay = zero.wall - startOfDay(zero.wall);
	return { kind: "clock", time: zero.time - intoDay * 1000, wall: zero.wall - intoDay };
}

function startOfDay(wall: number): number {
	const date = new Date(wall);
	date.setHours(0, 0, 0, 0);
	return date.getTime();
}
