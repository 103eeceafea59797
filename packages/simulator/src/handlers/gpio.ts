import { modes } from "../board/powerOn.ts";
import type { Daemon } from "../Daemon.ts";
import { refuseGpio, refuseUpdate, refuseUserGpio } from "./checks.ts";
import { delayTime } from "./delayTime.ts";
import { type Handler, type HandlersOf, Later, type Reply } from "./Handler.ts";
import { refusals } from "./refusals.ts";

const HIGHEST_MODE = 7;
const pulls = ["off", "down", "up"] as const;
/** The longest trigger pulse, in microseconds. */
const LONGEST_TRIGGER = 100;
const LONGEST_WATCHDOG_MILLIS = 60_000;

/** Goes on at once, or after the wait a servo pulse under way asks for. */
export function afterWait(daemon: Daemon, wait: number, finish: () => Reply): Reply {
	return wait === 0 ? finish() : new Later(daemon.engine.time + wait, finish);
}

const setMode: Handler = (daemon, { p1: gpio, p2: mode }) => {
	const refusal =
		refuseUpdate(daemon, gpio) ?? refuseGpio(gpio) ?? (mode > HIGHEST_MODE ? refusals.badMode : undefined);
	if (refusal !== undefined) return refusal;
	let wait = 0;
	if (mode !== daemon.board.getMode(gpio)) {
		wait = daemon.functions.stop(gpio);
		daemon.functions.use(gpio, "nothing");
	}
	return afterWait(daemon, wait, () => {
		daemon.board.setMode(gpio, mode);
		return 0;
	});
};

const getMode: Handler = (daemon, { p1: gpio }) => refuseGpio(gpio) ?? daemon.board.getMode(gpio);

const setPull: Handler = (daemon, { p1: gpio, p2 }) => {
	const pull = pulls[p2];
	const refusal = refuseUpdate(daemon, gpio) ?? refuseGpio(gpio);
	if (refusal !== undefined) return refusal;
	if (pull === undefined) return refusals.badPud;
	daemon.board.setPull(gpio, pull);
	return 0;
};

const read: Handler = (daemon, { p1: gpio }) => refuseGpio(gpio) ?? daemon.board.read(gpio);

const write: Handler = (daemon, { p1: gpio, p2: level }) => {
	const refusal =
		refuseUpdate(daemon, gpio) ?? refuseGpio(gpio) ?? (level > 1 ? refusals.badLevel : undefined);
	if (refusal !== undefined) return refusal;
	return driveGpio(daemon, gpio, level);
};

/** Makes the GPIO an output of that level and ends whatever else it was used for. */
export function driveGpio(daemon: Daemon, gpio: number, level: number): Reply {
	let wait = 0;
	if (daemon.functions.of(gpio).use !== "write") {
		// The latch comes first, so that an input does not glitch when it becomes an output.
		daemon.board.write(gpio, level);
		wait = daemon.functions.stop(gpio);
		daemon.functions.use(gpio, "write");
	}
	return afterWait(daemon, wait, () => {
		daemon.board.setMode(gpio, modes.output);
		daemon.board.write(gpio, level);
		return 0;
	});
}

const trigger: Handler = (daemon, request) => {
	const { p1: gpio, p2: length } = request;
	const level = request.word(0);
	const refusal =
		refuseUpdate(daemon, gpio) ??
		refuseUserGpio(gpio) ??
		(level > 1 ? refusals.badLevel : undefined) ??
		(length === 0 || length > LONGEST_TRIGGER ? refusals.badPulselen : undefined);
	if (refusal !== undefined) return refusal;
	daemon.board.write(gpio, level);
	return new Later(daemon.engine.time + delayTime(length), () => {
		daemon.board.write(gpio, 1 - level);
		return 0;
	});
};

const setWatchdog: Handler = (daemon, { p1: gpio, p2: millis }) => {
	const refusal =
		refuseUserGpio(gpio) ?? (millis > LONGEST_WATCHDOG_MILLIS ? refusals.badWdogTimeout : undefined);
	if (refusal !== undefined) return refusal;
	daemon.alerts.watchdogs.set(gpio, millis * 1000, daemon.engine.time);
	return 0;
};

const LONGEST_STEADY = 300_000;
const LONGEST_ACTIVE = 1_000_000;

const setGlitchFilter: Handler = (daemon, { p1: gpio, p2: steady }) => {
	const refusal = refuseUserGpio(gpio) ?? (steady > LONGEST_STEADY ? refusals.badFilter : undefined);
	if (refusal !== undefined) return refusal;
	daemon.alerts.glitchFilter.set(gpio, Math.ceil(steady / daemon.options.samplePeriod));
	return 0;
};

const setNoiseFilter: Handler = (daemon, request) => {
	const { p1: gpio, p2: steady } = request;
	const active = request.word(0);
	const refusal =
		refuseUserGpio(gpio) ??
		(steady > LONGEST_STEADY || active > LONGEST_ACTIVE ? refusals.badFilter : undefined);
	if (refusal !== undefined) return refusal;
	const { samplePeriod } = daemon.options;
	const now = daemon.engine.time / samplePeriod;
	daemon.alerts.noiseFilter.set(gpio, steady / samplePeriod, active / samplePeriod, now);
	return 0;
};

export const gpioHandlers: HandlersOf<
	| "setMode"
	| "getMode"
	| "setPull"
	| "read"
	| "write"
	| "trigger"
	| "setWatchdog"
	| "setGlitchFilter"
	| "setNoiseFilter"
> = { setMode, getMode, setPull, read, write, trigger, setWatchdog, setGlitchFilter, setNoiseFilter };
