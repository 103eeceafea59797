import { useStore } from "zustand";
import { captureStore } from "../../bridge/index.ts";

/** Levels of reports reach to here; the others are asked for when shown. */
const REPORTED_GPIOS = 32;

/** Changes a second from which a pad no longer follows each one. */
const BUSY_RATE = 20;

/** Level of a GPIO as the newest reports have it; undefined while unknown. */
export function levelNow(gpio: number): 0 | 1 | undefined {
	const { level, known } = captureStore.getState();
	return bitOf(level, known, gpio);
}

function bitOf(level: number, known: number, gpio: number): 0 | 1 | undefined {
	if (gpio >= REPORTED_GPIOS || ((known >>> gpio) & 1) === 0) return undefined;
	return ((level >>> gpio) & 1) === 1 ? 1 : 0;
}

/** Level of a GPIO, ten times a second; undefined while unknown. */
export function useLevel(gpio: number): 0 | 1 | undefined {
	return useStore(captureStore, ({ level, known }) => bitOf(level, known, gpio));
}

/** True while a GPIO changes too fast for the eye. */
export function useBusy(gpio: number): boolean {
	return useStore(captureStore, ({ changesPerSecond }) => (changesPerSecond[gpio] ?? 0) > BUSY_RATE);
}
