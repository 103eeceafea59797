import { outputMode, type PinCall } from "../../actions/pins/pinCall.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { isArmed, selectGpio } from "../../stores/uiStore.ts";
import { drivesLow, interruptions } from "../model/interruptions.ts";
import { takeWarning } from "../model/takeWarning.ts";
import { currentBoard } from "./currentBoard.ts";
import { levelNow } from "./liveLevels.ts";
import { askPin, type PinQuestion, showPinError } from "./pinActivityStore.ts";
import { changePin, slidePin, touchPin } from "./sendPin.ts";

type Place = PinQuestion["place"];

/** Length in microseconds of the pulse that key P sends when none was chosen. */
export const defaultPulseLength = 10;

/** True when a GPIO may be changed from here now; when it is locked its row says so. */
export function mayChange(gpio: number): boolean {
	if (!isArmed()) return false;
	if (pinsStore.getState().pins[gpio]?.locked !== true) return true;
	showPinError(gpio, `GPIO ${gpio} is locked. Unlock it in its inspector.`);
	return false;
}

/** What would stop or suffer if a call about a GPIO were sent, in words; undefined when nothing would. */
export function warningOf(call: PinCall): string | undefined {
	// A pull is far weaker than whatever drives or pulls a line that is in use.
	if (call.command === "setPull") return undefined;
	const { pins } = pinsStore.getState();
	const facts = pins[call.args.gpio];
	const board = currentBoard();
	const warning =
		facts && board && takeWarning(facts, board, connectionStore.getState().sessionId, drivesLow(call));
	const others = interruptions(call, pins);
	return warning === undefined ? others : others === undefined ? warning : `${warning} ${others}`;
}

/** Runs a change of a GPIO that begins with this call, after asking where something else would stop or suffer. */
export function takePin(place: Place, call: PinCall, run: () => void): void {
	const { gpio } = call.args;
	if (!mayChange(gpio)) return;
	const text = warningOf(call);
	if (text === undefined) run();
	else askPin({ gpio, place, text, answers: [{ label: `Take GPIO ${gpio}`, run }] });
}

/** Sends calls about one GPIO, after asking where something else would stop. */
export function requestChange(place: Place, call: PinCall, ...more: readonly PinCall[]): void {
	takePin(place, call, () => void changePin(call, ...more));
}

/** Sends a call as a slider does, after asking where something else would stop. */
export function requestSlide(call: PinCall): void {
	takePin("inspector", call, () => slidePin(call));
}

function write(gpio: number, level: 0 | 1): PinCall {
	return { command: "write", args: { gpio, level } };
}

/** A click on a pad: toggles an output, offers to make anything else one. Selects in any case. */
export function pressPad(gpio: number): void {
	selectGpio(gpio);
	if (!mayChange(gpio)) return;
	const facts = pinsStore.getState().pins[gpio];
	if (facts === undefined) return;
	if (facts.mode === outputMode) togglePin(gpio);
	else offerOutput(gpio);
}

/** Inverts the level of an output. */
export function togglePin(gpio: number): void {
	requestChange("pad", write(gpio, levelNow(gpio) === 1 ? 0 : 1));
}

function offerOutput(gpio: number): void {
	const level = levelNow(gpio);
	const now = level === undefined ? "Its level is unknown." : `It is ${level === 1 ? "high" : "low"} now.`;
	const warning = warningOf(write(gpio, 0));
	askPin({
		gpio,
		place: "pad",
		text: `${warning === undefined ? "" : `${warning} `}Make GPIO ${gpio} an output? ${now}`,
		answers: ([0, 1] as const).map((wanted) => ({
			label: wanted === 1 ? "Output high" : "Output low",
			run: () => void changePin(write(gpio, wanted)),
		})),
	});
}

/** Inverts an output while it is held; the answer lets go. undefined when the pin cannot be held. */
export function holdPin(gpio: number): (() => void) | undefined {
	if (!mayChange(gpio)) return undefined;
	const facts = pinsStore.getState().pins[gpio];
	const level = levelNow(gpio);
	if (facts?.mode !== outputMode || facts.drive.kind !== "level" || level === undefined) return undefined;
	void touchPin(write(gpio, level === 1 ? 0 : 1));
	return () => void touchPin(write(gpio, level));
}

/** Sends one short pulse, away from the present level. */
export function pulsePin(place: Place, gpio: number, length = defaultPulseLength, level?: 0 | 1): void {
	const away = levelNow(gpio) === 1 ? 0 : 1;
	requestChange(place, { command: "trigger", args: { gpio, length, level: level ?? away } });
}
