import type { TargetFacts } from "@gpioscope/protocol";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";

/** What a person calls and how they colour one GPIO; kept per Pi. */
export interface GpioStyle {
	readonly name?: string;
	/** Trace colour 1 to 8 of the palette. */
	readonly colour?: number;
	readonly hidden?: boolean;
	/** Nothing changes a locked GPIO from any page here until it is unlocked. */
	readonly locked?: boolean;
}

interface NamesState {
	/** Which Pi the styles below belong to: its address or serial, or "simulated". */
	readonly pi: string;
	readonly byPi: Readonly<Record<string, Readonly<Record<number, GpioStyle>>>>;
	/** Names that come with the target, such as those of the simulated bench; a person's own name wins. */
	readonly offered: Readonly<Record<number, string>>;
	/** Lane order by GPIO, per Pi; GPIOs not in it follow by number. */
	readonly order: Readonly<Record<string, readonly number[]>>;
}

/** Names, colours, order and hiding of GPIOs, kept per Pi in the browser. */
export const namesStore = createStore<NamesState>()(
	persist((): NamesState => ({ pi: "simulated", byPi: {}, offered: {}, order: {} }), {
		name: "gpioscope.names",
		version: 1,
		partialize: ({ byPi, order }) => ({ byPi, order }),
	}),
);

/** Turns to the styles of a target, and takes the names that come with it. */
export function showNamesOf({ simulated, address, names = {} }: TargetFacts): void {
	const pi = simulated ? "simulated" : `${address.host}:${address.port}`;
	const offered = Object.fromEntries(Object.entries(names).map(([gpio, name]) => [Number(gpio), name]));
	namesStore.setState({ pi, offered });
}

const NOTHING: Readonly<Record<number, GpioStyle>> = {};

/** The styles of the Pi that is connected. */
export function stylesOf(state: NamesState): Readonly<Record<number, GpioStyle>> {
	return state.byPi[state.pi] ?? NOTHING;
}

/** A person's own name, else the one that comes with the target, else undefined. */
export function ownName(state: NamesState, gpio: number): string | undefined {
	return stylesOf(state)[gpio]?.name ?? state.offered[gpio];
}

/** The name to show for a GPIO; never empty. */
export function gpioName(state: NamesState, gpio: number): string {
	return ownName(state, gpio) ?? `GPIO ${gpio}`;
}

/** Changes part of a GPIO's style; an empty name returns to the offered one. */
export function styleGpio(gpio: number, change: GpioStyle): void {
	namesStore.setState((state) => {
		const styles = stylesOf(state);
		const { name, ...rest } = { ...styles[gpio], ...change };
		const trimmed = name?.trim();
		const style: GpioStyle = trimmed === undefined || trimmed === "" ? rest : { ...rest, name: trimmed };
		return { byPi: { ...state.byPi, [state.pi]: { ...styles, [gpio]: style } } };
	});
}

/** Sets the order of lanes for the connected Pi. */
export function orderGpios(gpios: readonly number[]): void {
	namesStore.setState((state) => ({ order: { ...state.order, [state.pi]: gpios } }));
}
