import type { PinFacts } from "@gpioscope/protocol";
import { Coalescer } from "../../actions/Coalescer.ts";
import { errorText } from "../../actions/errorWords.ts";
import type { PinCall } from "../../actions/pins/pinCall.ts";
import { restoreCalls } from "../../actions/pins/restore.ts";
import { addUndo, continueUndo, dropUndo, type UndoStep, undoStore } from "../../actions/pins/undoStore.ts";
import { bridge } from "../../bridge/index.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { describeChange } from "../model/describeChange.ts";
import { currentBoard } from "./currentBoard.ts";
import { levelNow } from "./liveLevels.ts";
import { clearPinError, countPending, showPinError } from "./pinActivityStore.ts";

/** Calls of one kind on one GPIO closer together than this are one gesture, and one step of undo. */
const GESTURE_MS = 1500;

/** A change that undo can take back: pulses and filters are none. */
function canUndo(call: PinCall): boolean {
	return !["trigger", "setGlitchFilter", "setNoiseFilter", "setWatchdog"].includes(call.command);
}

function undoCallsOf(call: PinCall, facts: PinFacts, level: 0 | 1 | undefined): readonly PinCall[] {
	if (call.command === "setPull") {
		return facts.pull === undefined
			? []
			: [{ command: "setPull", args: { gpio: facts.gpio, pull: facts.pull.value } }];
	}
	return restoreCalls(facts, level);
}

/** Remembers how to take a call back; answers the step if it is a new one. */
function noteUndo(call: PinCall): UndoStep | undefined {
	const { gpio } = call.args;
	const facts = pinsStore.getState().pins[gpio];
	const board = currentBoard();
	if (facts === undefined || board === undefined || !canUndo(call)) return undefined;
	const now = performance.now();
	const key = `${call.command} ${gpio}`;
	const last = undoStore.getState().steps.at(-1);
	if (last?.key === key && last.before !== undefined && now - last.at < GESTURE_MS) {
		const { facts: before, level } = last.before;
		continueUndo(describeChange(call, before, level, board.processor), now);
		return undefined;
	}
	const level = levelNow(gpio);
	const label = describeChange(call, facts, level, board.processor);
	const calls = undoCallsOf(call, facts, level);
	if (calls.length === 0) return undefined;
	const step: UndoStep = { key, label, calls, at: now, before: { facts, level } };
	addUndo(step);
	return step;
}

/** Sends calls about one GPIO in turn; false when one failed, which its row then tells. */
async function send(calls: readonly PinCall[]): Promise<boolean> {
	for (const call of calls) {
		const { gpio } = call.args;
		countPending(gpio, 1);
		try {
			await bridge.call(call.command, call.args);
			clearPinError(gpio);
		} catch (error) {
			showPinError(gpio, errorText(error));
			return false;
		} finally {
			countPending(gpio, -1);
		}
	}
	return true;
}

/** Changes one GPIO, remembers how to take it back, and tells in its row when it failed. */
export async function changePin(...calls: readonly PinCall[]): Promise<void> {
	noteAction();
	const first = calls[0];
	const step = first && noteUndo(first);
	const done = await send(calls);
	if (!done && step !== undefined) dropUndo(step);
}

/** Changes one GPIO for a moment, which nobody needs to take back. */
export async function touchPin(call: PinCall): Promise<void> {
	noteAction();
	await send([call]);
}

const coalescers = new Map<string, Coalescer<PinCall>>();

/** Like changePin, for sliders: one call of a kind and GPIO is on its way, and the last value is always sent. */
export function slidePin(call: PinCall): void {
	noteAction();
	movePin(call);
}

/** Like slidePin, for what moves by itself: nobody's hand is there, so the page does not stay armed by it. */
export function movePin(call: PinCall): void {
	noteUndo(call);
	const key = `${call.command} ${call.args.gpio}`;
	let coalescer = coalescers.get(key);
	if (coalescer === undefined) {
		coalescer = new Coalescer<PinCall>(async (next) => {
			await send([next]);
		});
		coalescers.set(key, coalescer);
	}
	coalescer.push(call);
}
