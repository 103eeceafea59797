import { BYTES_PER_CHANGE } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { capture } from "../bridge/index.ts";
import { followStorage } from "./followStorage.ts";

/** Changes are dropped a chunk of 2^20 at a time, so fewer than these make no sense. */
export const LEAST_CHANGES = 1_000_000;
export const MOST_CHANGES = 100_000_000;

interface CaptureLimitState {
	/** How many changes the live capture keeps before the oldest are dropped. */
	readonly changes: number;
}

/** How much the page remembers; kept in the browser. */
export const captureLimit = createStore<CaptureLimitState>()(
	persist((): CaptureLimitState => ({ changes: 10_000_000 }), {
		name: "gpioscope.captureLimit",
		version: 1,
		merge: (stored, current) => {
			const changes = (stored as Partial<CaptureLimitState> | undefined)?.changes;
			const isSound = typeof changes === "number" && changes >= LEAST_CHANGES && changes <= MOST_CHANGES;
			return isSound ? { ...current, changes } : current;
		},
	}),
);
followStorage(captureLimit);

/** Reads `20 M`, `5000000` or `500 MB` as a number of changes; undefined when it is neither. */
export function parseLimit(text: string): number | undefined {
	const match = /^([\d\s\u2009]+(?:[.,]\d+)?)\s*(k|M|MB|GB)?$/i.exec(text.trim());
	if (match === null) return undefined;
	const value = Number((match[1] ?? "").replace(/[\s\u2009]/g, "").replace(",", "."));
	const unit = (match[2] ?? "").toUpperCase();
	const factor = { "": 1, K: 1e3, M: 1e6, MB: 1e6 / BYTES_PER_CHANGE, GB: 1e9 / BYTES_PER_CHANGE }[unit];
	return factor === undefined ? undefined : Math.round(value * factor);
}

/** `10 M`, `12.5 M`. */
export function limitText(changes: number): string {
	return `${Number((changes / 1e6).toFixed(1))}\u00a0M`;
}

/** The memory that so many changes take, `83 MB`. */
export function limitMemory(changes: number): string {
	return `${Math.round((changes * BYTES_PER_CHANGE) / 1e6)}\u00a0MB`;
}

/** Tells the capture its limit, now and when it is changed; the answer ends it. */
export function startCaptureLimit(): () => void {
	const tell = (): void => {
		capture.setLimit(captureLimit.getState().changes).catch((error: unknown) => {
			console.error("The capture did not take its limit.", error);
		});
	};
	tell();
	return captureLimit.subscribe(tell);
}
