import type { PinFacts, ServerMessage } from "@gpioscope/protocol";
import { bridge } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { namesStore, styleGpio, stylesOf } from "../../stores/namesStore.ts";
import { lockPin } from "./lockPin.ts";

/** What to do about the locks that this browser remembers, when it hears of pins. */
export interface LockSteps {
	/** Another gpioscope does not know of them yet. */
	readonly lockAgain: readonly number[];
	/** Somebody unlocked them elsewhere. */
	readonly forget: readonly number[];
}

/**
 * The bridge keeps locks for as long as it runs, and a browser those that were made in it. The first message of a
 * connection shows which of these the bridge has lost; in a later one a lock that is gone was taken away by somebody.
 */
export function lockSteps(
	pins: readonly PinFacts[],
	remembered: (gpio: number) => boolean,
	isFirst: boolean,
): LockSteps {
	const missing = pins
		.filter(({ gpio, locked }) => locked !== true && remembered(gpio))
		.map(({ gpio }) => gpio);
	return isFirst ? { lockAgain: missing, forget: [] } : { lockAgain: [], forget: missing };
}

/** Keeps the locks of this browser and those of the bridge together. Returns what ends it. */
export function startKeepingLocks(): () => void {
	let isFirst = true;
	return bridge.onMessage((message: ServerMessage) => {
		if (message.op === "hello") isFirst = true;
		if (message.op !== "pins" || message.pins.length === 0) return;
		const styles = stylesOf(namesStore.getState());
		const { lockAgain, forget } = lockSteps(message.pins, (gpio) => styles[gpio]?.locked === true, isFirst);
		isFirst = false;
		if (connectionStore.getState().role !== "viewer") for (const gpio of lockAgain) void lockPin(gpio, true);
		for (const gpio of forget) styleGpio(gpio, { locked: false });
	});
}
