import { delayTime } from "./delayTime.ts";
import { type Handler, type HandlersOf, Later } from "./Handler.ts";
import { refusals } from "./refusals.ts";

/** The library version this simulator is true to. */
const VERSION = 79;
const LONGEST_MICROS = 1_000_000;
const LONGEST_MILLIS = 60_000;
const LAST_PAD = 2;
const STRONGEST_PAD = 16;

const delayMicros: Handler = (daemon, { p1: micros, isWide }) => {
	if (micros > LONGEST_MICROS || isWide) return refusals.badMicsDelay;
	return new Later(daemon.engine.time + delayTime(micros), () => 0);
};

const delayMillis: Handler = (daemon, { p1: millis, isWide }) => {
	if (millis > LONGEST_MILLIS || isWide) return refusals.badMilsDelay;
	return new Later(daemon.engine.time + delayTime(millis * 1000), () => 0);
};

const setInternals: Handler = (daemon, { p1: value }) => {
	daemon.internals = value;
	return 0;
};

/** Strengths go in steps of 2 mA; odd ones are rounded up. */
const setPadStrength: Handler = (daemon, { p1: pad, p2: milliamps }) => {
	if (pad > LAST_PAD) return refusals.badPad;
	if (milliamps < 1 || milliamps > STRONGEST_PAD) return refusals.badStrength;
	daemon.pads[pad] = Math.floor((milliamps + 1) / 2) - 1;
	return 0;
};

const getPadStrength: Handler = (daemon, { p1: pad }) => {
	const strength = daemon.pads[pad];
	return strength === undefined ? refusals.badPad : 2 * strength + 2;
};

export const systemHandlers: HandlersOf<
	| "getTick"
	| "getHardwareRevision"
	| "getVersion"
	| "help"
	| "delayMicros"
	| "delayMillis"
	| "getInternals"
	| "setInternals"
	| "setPadStrength"
	| "getPadStrength"
> = {
	getTick: (daemon) => daemon.tick,
	getHardwareRevision: (daemon) => daemon.model.revision,
	getVersion: () => VERSION,
	help: () => 0,
	delayMicros,
	delayMillis,
	getInternals: (daemon) => daemon.internals,
	setInternals,
	setPadStrength,
	getPadStrength,
};
