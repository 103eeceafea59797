import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { bridge } from "../../bridge/index.ts";
import { useLive } from "./currentBoard.ts";

/** First GPIO of the second bank, of which no reports come. */
export const firstOfBank2 = 32;

/** True for the GPIOs of which pigpiod reports changes; only these have PWM, servo pulses, filters and watchdogs. */
export function hasReports(gpio: number): boolean {
	return gpio < firstOfBank2;
}

/** Milliseconds between two questions. */
const INTERVAL = 1000;

interface Bank2State {
	/** Levels of GPIO 32 to 53, bit 0 first; undefined while unknown. */
	readonly word: number | undefined;
}

/** The second bank as last read. It is read only while somebody looks at it. */
export const bank2Store = createStore<Bank2State>()(() => ({ word: undefined }));

let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Reads the second bank now, as after a change that was made here. */
export function readBank2(): void {
	if (watchers === 0) return;
	bridge.call("readBank2", {}).then(
		(word) => bank2Store.setState({ word: watchers > 0 ? word : undefined }),
		// Unknown is shown as unknown; why the daemon is silent is told by the connection.
		() => bank2Store.setState({ word: undefined }),
	);
}

/** Reads the second bank once a second until the last one who asked for it has left. */
function watchBank2(): () => void {
	watchers++;
	if (watchers === 1) {
		readBank2();
		timer = setInterval(readBank2, INTERVAL);
	}
	return () => {
		watchers--;
		if (watchers > 0) return;
		clearInterval(timer);
		bank2Store.setState({ word: undefined });
	};
}

/** Level of a GPIO of the second bank in what was read of it; undefined while unknown. */
export function levelIn(word: number | undefined, gpio: number): 0 | 1 | undefined {
	return word === undefined ? undefined : (((word >>> (gpio - firstOfBank2)) & 1) as 0 | 1);
}

/** Levels of GPIO 32 to 53 as one word, read once a second; undefined while unknown, and while not `wanted`. */
export function useBank2(wanted = true): number | undefined {
	const isWatching = useLive() && wanted;
	useEffect(() => (isWatching ? watchBank2() : undefined), [isWatching]);
	return useStore(bank2Store, ({ word }) => (wanted ? word : undefined));
}
