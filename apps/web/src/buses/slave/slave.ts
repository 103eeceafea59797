import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { bridge, eventFeed, eventsStore } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { keepPerPi } from "../../stores/keepPerPi.ts";
import { USUAL_WORD, wordProblem } from "./controlWord.ts";
import { idleSlave, SlaveDesk, type SlaveState } from "./SlaveDesk.ts";

/** The event that pigpiod triggers when the slave was used. */
const BSC_EVENT = 31;

/** The slave as this page runs it. */
export const slaveStore = createStore<SlaveState>()(() => idleSlave);

interface SlaveForm {
	/** The control word that Start sends. */
	readonly word: number;
	/** Bytes to send, in hex, as they were typed. */
	readonly hex: string;
}

/** What was chosen for the slave; the word is kept in the browser, per Pi. */
export const slaveFormStore = createStore<SlaveForm>()(
	persist((): SlaveForm => ({ word: USUAL_WORD, hex: "" }), {
		name: "gpioscope.slave",
		version: 1,
		skipHydration: true,
		partialize: ({ word }) => ({ word }),
		merge: (stored, current) => {
			const word = (stored as Partial<SlaveForm> | undefined)?.word;
			return word !== undefined && wordProblem(word) === undefined ? { ...current, word } : current;
		},
	}),
);
keepPerPi(slaveFormStore);

/** Runs the slave of the connected Pi. */
export const slave = new SlaveDesk({
	transfer: (args) => bridge.call("transferBsc", args),
	store: slaveStore,
	watch: (onUse) => {
		const unwatch = eventFeed.watch();
		let known = eventsStore.getState().tallies[BSC_EVENT];
		const unsubscribe = eventsStore.subscribe(({ tallies }) => {
			if (tallies[BSC_EVENT] === known) return;
			known = tallies[BSC_EVENT];
			onUse();
		});
		return () => {
			unsubscribe();
			unwatch();
		};
	},
	now: () => Date.now(),
});

/** Which daemon, by which session; undefined without a connection to one. */
function placeOf({
	sessionId,
	target,
	socket,
}: ReturnType<typeof connectionStore.getState>): string | undefined {
	const state = target?.state;
	if (socket.kind !== "open" || (state?.kind !== "live" && state?.kind !== "stale")) return undefined;
	return `${sessionId} ${target?.id} ${state.epoch}`;
}

connectionStore.subscribe((state, before) => {
	if (placeOf(state) !== placeOf(before)) slave.lost();
});
