import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { USUAL_WORD } from "./controlWord.ts";
import { idleSlave, SlaveDesk, type SlaveState } from "./SlaveDesk.ts";

const EMPTY_FLAGS = 0x12;

/** A chip whose send FIFO has room for so many bytes a transfer, and that has these pieces for the page. */
function bench(room: number, ...pieces: readonly (readonly number[])[]) {
	const waiting = pieces.map((piece) => Uint8Array.from(piece));
	const sent: [number, number[]][] = [];
	const store = createStore<SlaveState>()(() => idleSlave);
	let use: (() => void) | undefined;
	const desk = new SlaveDesk({
		transfer: ({ control, data }) => {
			sent.push([control, [...data]]);
			const copied = Math.min(room, data.length);
			return Promise.resolve({
				status: (copied << 16) | EMPTY_FLAGS,
				data: waiting.shift() ?? new Uint8Array(),
			});
		},
		store,
		watch: (onUse) => {
			use = onUse;
			return () => {
				use = undefined;
			};
		},
		now: () => 0,
	});
	return { desk, store, sent, use: () => use?.(), isWatched: () => use !== undefined };
}

test("what a master wrote is listed, newest first, whenever the slave was used", async () => {
	const { desk, store, use, isWatched } = bench(16, [], [1, 2], [], [3]);
	await desk.start(USUAL_WORD);
	expect([store.getState().running, isWatched()]).toEqual([USUAL_WORD, true]);
	use();
	use();
	use();
	await desk.look();
	expect(store.getState().received.map(({ bytes }) => [...bytes])).toEqual([[3], [1, 2]]);
	await desk.stop();
	expect([store.getState().running, isWatched()]).toEqual([undefined, false]);
});

test("what the send FIFO has no room for waits for the next time", async () => {
	const { desk, store, sent } = bench(2);
	await desk.give(Uint8Array.of(1, 2, 3, 4, 5));
	expect(sent).toEqual([]);
	await desk.start(USUAL_WORD);
	expect([...store.getState().queue]).toEqual([3, 4, 5]);
	await desk.look();
	await desk.look();
	expect(sent.map(([, data]) => data)).toEqual([[1, 2, 3, 4, 5], [3, 4, 5], [5]]);
	expect([store.getState().queue.length, store.getState().given]).toEqual([0, 5]);
});

test("clearing forgets what waits and empties the FIFOs with the word's clear bit", async () => {
	const { desk, store, sent } = bench(0);
	await desk.start(USUAL_WORD);
	await desk.give(Uint8Array.of(1));
	await desk.clear();
	expect(store.getState().queue).toHaveLength(0);
	expect(sent.slice(2)).toEqual([
		[USUAL_WORD | 0x80, []],
		[USUAL_WORD, []],
	]);
});

test("a refusal is told, and the slave of a daemon that is gone does not run any more", async () => {
	const store = createStore<SlaveState>()(() => idleSlave);
	let refuses = true;
	const desk = new SlaveDesk({
		transfer: () =>
			refuses
				? Promise.reject(new Error("no"))
				: Promise.resolve({ status: EMPTY_FLAGS, data: new Uint8Array() }),
		store,
		watch: () => () => {},
		now: () => 0,
	});
	await desk.start(USUAL_WORD);
	expect(store.getState()).toMatchObject({ running: undefined, error: new Error("no"), pending: 0 });
	refuses = false;
	await desk.start(USUAL_WORD);
	expect(store.getState()).toMatchObject({ running: USUAL_WORD, error: undefined });
	desk.lost();
	expect(store.getState().running).toBeUndefined();
});
