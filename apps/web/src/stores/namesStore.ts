import type { TargetFacts } from "@gpioscope/protocol";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "./followStorage.ts";

/** Heights a lane can have, from the lowest. */
export const lineHeights = ["compact", "default", "tall"] as const;
export type LineHeight = (typeof lineHeights)[number];

/** What a person calls one line and how they want to see it: a GPIO of a Pi, or a channel of a file. */
export interface LineStyle {
	readonly name?: string;
	/** Trace colour 1 to 8 of the palette. */
	readonly colour?: number;
	readonly hidden?: boolean;
	/** Drawn, and told, the other way round: for lines that are active low. What is stored stays as it was. */
	readonly inverted?: boolean;
	/** Height of its lane; that of all lanes when left out. */
	readonly height?: LineHeight | undefined;
	/** This browser locked it, and locks it again when gpioscope has been started anew. */
	readonly locked?: boolean;
	/** Screen readers are told of its changes. */
	readonly announced?: boolean;
}

interface NamesState {
	/** Which Pi is connected: its address, or "simulated". */
	readonly pi: string;
	/** By Pi, or by file; then by GPIO, or channel of the file. */
	readonly byPi: Readonly<Record<string, Readonly<Record<number, LineStyle>>>>;
	/** Names that come with the target, such as those of the simulated bench; a person's own name wins. */
	readonly offered: Readonly<Record<number, string>>;
	/** A person's order of lanes, by Pi or file as above; lines not in it follow in their natural order. */
	readonly order: Readonly<Record<string, readonly number[]>>;
}

/** Names, colours, order and hiding of lines, kept per Pi and per file in the browser. */
export const namesStore = createStore<NamesState>()(
	persist((): NamesState => ({ pi: "simulated", byPi: {}, offered: {}, order: {} }), {
		name: "gpioscope.names",
		version: 1,
		partialize: ({ byPi, order }) => ({ byPi, order }),
	}),
);
followStorage(namesStore);

/** What everything of a Pi is kept under: its address, or "simulated". */
export function piKey({ simulated, address }: Pick<TargetFacts, "simulated" | "address">): string {
	return simulated ? "simulated" : `${address.host}:${address.port}`;
}

/** Turns to the styles of a target, and takes the names that come with it. */
export function showNamesOf(target: TargetFacts): void {
	const { names = {} } = target;
	const pi = piKey(target);
	const offered = Object.fromEntries(Object.entries(names).map(([gpio, name]) => [Number(gpio), name]));
	namesStore.setState({ pi, offered });
}

const NOTHING: Readonly<Record<number, LineStyle>> = {};

/** The styles of the Pi that is connected, or of any Pi or file. */
export function stylesOf(
	state: Pick<NamesState, "pi" | "byPi">,
	key = state.pi,
): Readonly<Record<number, LineStyle>> {
	return state.byPi[key] ?? NOTHING;
}

/** A person's own name, else the one that comes with the target, else undefined. */
export function ownName(state: NamesState, gpio: number): string | undefined {
	return stylesOf(state)[gpio]?.name ?? state.offered[gpio];
}

/** The name to show for a GPIO; never empty. */
export function gpioName(state: NamesState, gpio: number): string {
	return ownName(state, gpio) ?? `GPIO ${gpio}`;
}

/** Changes part of the style of a GPIO of the connected Pi; an empty name returns to the offered one. */
export function styleGpio(gpio: number, change: LineStyle): void {
	styleLine(namesStore.getState().pi, gpio, change);
}

/** Changes part of the style of a line of a Pi or file; an empty name returns to the given one. */
export function styleLine(key: string, line: number, change: LineStyle): void {
	namesStore.setState((state) => {
		const styles = stylesOf(state, key);
		const { name, ...rest } = { ...styles[line], ...change };
		const trimmed = name?.trim();
		const style: LineStyle = trimmed === undefined || trimmed === "" ? rest : { ...rest, name: trimmed };
		return { byPi: { ...state.byPi, [key]: { ...styles, [line]: style } } };
	});
}

/** Sets the order of the lanes of a Pi or file. */
export function orderLines(key: string, lines: readonly number[]): void {
	namesStore.setState((state) => ({ order: { ...state.order, [key]: lines } }));
}
