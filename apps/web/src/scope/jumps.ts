import { viewport } from "./mainViewport.ts";

const listeners = new Set<() => void>();

/** Shows a capture time (µs) at a share of the width, so that the browser's back returns to where one was. */
export function jumpTo(time: number, share?: number): void {
	jump(() => viewport.showTime(time, share));
}

/** Makes a movement of the view a jump: one that the browser's back takes back. */
export function jump(move: () => void): void {
	for (const listener of listeners) listener();
	move();
}

/** Calls back just before each jump; the answer ends it. */
export function onJump(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
