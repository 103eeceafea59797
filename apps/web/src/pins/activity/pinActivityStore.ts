import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { isArmed, uiStore } from "../../stores/uiStore.ts";

/** How long a row shows why its last command failed. */
const ERROR_MS = 6000;

/** One answer to a question, as a button. */
export interface PinAnswer {
	readonly label: string;
	readonly run: () => void;
}

/** Something to be confirmed before a pin is changed. */
export interface PinQuestion {
	readonly gpio: number;
	/** Where the person asked for it, so that the question stands there. */
	readonly place: "pad" | "inspector";
	readonly text: string;
	readonly answers: readonly PinAnswer[];
}

interface PinActivityState {
	/** Commands on their way, by GPIO. */
	readonly pending: Readonly<Record<number, number>>;
	/** Why the last command failed, by GPIO, for as long as it is shown. */
	readonly errors: Readonly<Record<number, string>>;
	readonly question: PinQuestion | undefined;
	/** GPIO whose name is being typed in its row. */
	readonly renaming: number | undefined;
}

/** What this page is doing with pins right now. */
export const pinActivityStore = createStore<PinActivityState>()(() => ({
	pending: {},
	errors: {},
	question: undefined,
	renaming: undefined,
}));

// What was asked while the page was armed is neither answered in view only nor asked again later.
uiStore.subscribe((state) => {
	if (pinActivityStore.getState().question !== undefined && !isArmed(state)) askPin(undefined);
});

/** A part of the activity; the selector must answer the same object while nothing changed. */
export function useActivity<T>(select: (state: PinActivityState) => T): T {
	return useStore(pinActivityStore, select);
}

/** Counts commands on their way: 1 when one starts, −1 when it was answered. */
export function countPending(gpio: number, by: 1 | -1): void {
	pinActivityStore.setState(({ pending }) => ({
		pending: { ...pending, [gpio]: (pending[gpio] ?? 0) + by },
	}));
}

const errorTimers = new Map<number, ReturnType<typeof setTimeout>>();

/** Shows in a GPIO's row why a command failed. */
export function showPinError(gpio: number, text: string): void {
	clearTimeout(errorTimers.get(gpio));
	pinActivityStore.setState(({ errors }) => ({ errors: { ...errors, [gpio]: text } }));
	errorTimers.set(
		gpio,
		setTimeout(() => clearPinError(gpio), ERROR_MS),
	);
}

/** Takes the error out of a GPIO's row. */
export function clearPinError(gpio: number): void {
	pinActivityStore.setState(({ errors }) => {
		const { [gpio]: _gone, ...others } = errors;
		return { errors: others };
	});
}

/** Asks before a change, or closes the question. */
export function askPin(question: PinQuestion | undefined): void {
	pinActivityStore.setState({ question });
}

/** Starts typing the name of a GPIO in its row, or ends it. */
export function renamePin(gpio: number | undefined): void {
	pinActivityStore.setState({ renaming: gpio });
}
