import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { createStore } from "zustand/vanilla";
import { capture, captureStore } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { player } from "../play/player.ts";
import type { Playing } from "../play/WavePlayer.ts";
import { roundsToVerify, type Verified, type VerifiedCapture, verifyPlayed } from "./verifyPlayed.ts";

/** The comparison of the wave last played with its capture: exactly one of these. */
export type VerifyState =
	| { readonly kind: "none" }
	| { readonly kind: "waiting"; readonly playing: Playing }
	| ({ readonly kind: "done" } & Verified)
	| { readonly kind: "failed"; readonly reason: string };

/** What came of the wave last played. */
export const verifyStore = createStore<VerifyState>()(() => ({ kind: "none" }));

/** A part of it. */
export function useVerify<T>(select: (state: VerifyState) => T): T {
	return useStore(verifyStore, useShallow(select));
}

/** Milliseconds to wait for the capture beyond what it needs. */
const patience = 5_000;

const pageCapture: VerifiedCapture = {
	timeAt: (moment) => {
		const { endTime, receivedAt } = captureStore.getState();
		return endTime + (moment - receivedAt) * 1_000;
	},
	reached: (time) =>
		new Promise((resolve, reject) => {
			const missing = (time - captureStore.getState().endTime) / 1_000;
			const finish = (settle: () => void): void => {
				clearTimeout(timer);
				end();
				settle();
			};
			const timer = setTimeout(
				() => finish(() => reject(new Error("No reports came while the wave was played."))),
				Math.max(0, missing) + patience,
			);
			const look = (): void => {
				if (captureStore.getState().endTime >= time) finish(resolve);
			};
			const end = captureStore.subscribe(look);
			look();
		}),
	edges: (gpio, from, to) => capture.edges(gpio, from, to),
	levelAt: async (gpio, time) => {
		const { level, known } = await capture.levelAt(time);
		if (((known >>> gpio) & 1) === 0) return undefined;
		return ((level >>> gpio) & 1) === 1 ? 1 : 0;
	},
};

/** Deviation up to which an edge is right: two samples, as an edge may fall just before or after one. */
function tolerance(): number {
	const state = connectionStore.getState().target?.state;
	return 2 * ((state?.kind === "live" ? state.samplePeriod : undefined) ?? 5);
}

/** Compares every wave that starts playing from now on, as soon as enough of it has been played. Returns what ends it. */
export function verifyWhatIsPlayed(): () => void {
	return player.store.subscribe((state, before) => {
		if (state.kind !== "playing" || before.kind === "playing") return;
		verifyStore.setState({ kind: "waiting", playing: state }, true);
		const enough = (state.document.length * roundsToVerify(state)) / 1_000;
		setTimeout(() => void verify(state), enough);
	});
}

async function verify(playing: Playing): Promise<void> {
	const isWanted = (): boolean => {
		const now = verifyStore.getState();
		return now.kind === "waiting" && now.playing === playing;
	};
	if (!isWanted()) return;
	// A wave that was stopped or replaced before that is not whole.
	const state = player.store.getState();
	if (state !== playing && !(state.kind === "idle" && state.note === "Played once")) {
		verifyStore.setState({ kind: "none" }, true);
		return;
	}
	try {
		const verified = await verifyPlayed(playing, pageCapture, tolerance());
		if (!isWanted()) return;
		if (verified === undefined)
			verifyStore.setState({ kind: "failed", reason: "The wave is not in the capture." }, true);
		else verifyStore.setState({ kind: "done", ...verified }, true);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		if (isWanted()) verifyStore.setState({ kind: "failed", reason }, true);
	}
}
