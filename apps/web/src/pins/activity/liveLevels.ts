import { useStore } from "zustand";
import { captureStore } from "../../bridge/index.ts";
import { bank2Store, firstOfBank2, levelIn, useBank2 } from "./bank2Store.ts";

/** Changes a second from which a pad no longer follows each one. */
export const BUSY_RATE = 20;

/** Level of a GPIO as the newest reports have it, of the second bank as last read; undefined while unknown. */
export function levelNow(gpio: number): 0 | 1 | undefined {
	if (gpio >= firstOfBank2) return levelIn(bank2Store.getState().word, gpio);
	const { level, known } = captureStore.getState();
	return bitOf(level, known, gpio);
}

function bitOf(level: number, known: number, gpio: number): 0 | 1 | undefined {
	if (gpio >= firstOfBank2 || ((known >>> gpio) & 1) === 0) return undefined;
	return ((level >>> gpio) & 1) === 1 ? 1 : 0;
}

/** Level of a GPIO, ten times a second, of the second bank once a second; undefined while unknown. */
export function useLevel(gpio: number): 0 | 1 | undefined {
	const reported = useStore(captureStore, ({ level, known }) => bitOf(level, known, gpio));
	const word = useBank2(gpio >= firstOfBank2);
	return gpio < firstOfBank2 ? reported : levelIn(word, gpio);
}

/** True while a GPIO changes too fast for the eye. */
export function useBusy(gpio: number): boolean {
	return useStore(captureStore, ({ changesPerSecond }) => (changesPerSecond[gpio] ?? 0) > BUSY_RATE);
}
