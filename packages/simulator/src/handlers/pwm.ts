import { HARDWARE_RANGE } from "../signals/HardwareOutputs.ts";
import { refuseGpio, refuseUpdate, refuseUserGpio } from "./checks.ts";
import { afterWait } from "./gpio.ts";
import type { Handler, HandlersOf } from "./Handler.ts";
import { refusals } from "./refusals.ts";

const LOWEST_RANGE = 25;
const HIGHEST_RANGE = 40_000;
const SHORTEST_SERVO_PULSE = 500;
const LONGEST_SERVO_PULSE = 2500;
/** In the top byte of the GPIO it allows the clock that the Pi itself uses. */
const CLOCK_PASSWORD = 0x5a;
const GUARDED_CLOCK = 1;

const setPwm: Handler = (daemon, { p1: gpio, p2: dutyCycle }) => {
	const refusal = refuseUpdate(daemon, gpio) ?? refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	const { functions } = daemon;
	if (dutyCycle > functions.of(gpio).range) return refusals.badDutycycle;
	let wait = 0;
	let isNew = false;
	if (functions.of(gpio).use !== "pwm") {
		wait = functions.stop(gpio);
		functions.use(gpio, "pwm");
		isNew = true;
	}
	return afterWait(daemon, wait, () => {
		if (isNew && dutyCycle === 0) daemon.board.write(gpio, 0);
		functions.setDutyCycle(gpio, dutyCycle);
		return 0;
	});
};

const setPwmRange: Handler = (daemon, { p1: gpio, p2: range }) => {
	const refusal =
		refuseUpdate(daemon, gpio) ??
		refuseUserGpio(gpio) ??
		(range < LOWEST_RANGE || range > HIGHEST_RANGE ? refusals.badDutyrange : undefined);
	if (refusal !== undefined) return refusal;
	daemon.functions.setRange(gpio, range);
	return daemon.functions.frequencyOf(gpio).realRange;
};

const setPwmFrequency: Handler = (daemon, { p1: gpio, p2: frequency }) =>
	refuseUpdate(daemon, gpio) ?? refuseUserGpio(gpio) ?? daemon.functions.setFrequency(gpio, frequency);

const setServo: Handler = (daemon, { p1: gpio, p2: pulseWidth }) => {
	const isPulse = pulseWidth >= SHORTEST_SERVO_PULSE && pulseWidth <= LONGEST_SERVO_PULSE;
	const refusal =
		refuseUpdate(daemon, gpio) ??
		refuseUserGpio(gpio) ??
		(pulseWidth !== 0 && !isPulse ? refusals.badPulsewidth : undefined);
	if (refusal !== undefined) return refusal;
	const { functions } = daemon;
	if (functions.of(gpio).use !== "servo") {
		functions.stop(gpio);
		functions.use(gpio, "servo");
		if (pulseWidth === 0) daemon.board.write(gpio, 0);
	}
	return afterWait(daemon, functions.setPulseWidth(gpio, pulseWidth), () => 0);
};

const getPwmDutyCycle: Handler = (daemon, { p1: gpio }) => {
	const refusal = refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	const { use, width } = daemon.functions.of(gpio);
	if (use === "pwm") return width;
	if (use === "hardwarePwm") return daemon.hardware.pwmOf(gpio).dutyCycle;
	return use === "hardwareClock" ? HARDWARE_RANGE / 2 : refusals.notPwmGpio;
};

const getPwmRange: Handler = (daemon, { p1: gpio }) => {
	const refusal = refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	const { use, range } = daemon.functions.of(gpio);
	return use === "hardwarePwm" || use === "hardwareClock" ? HARDWARE_RANGE : range;
};

const getPwmRealRange: Handler = (daemon, { p1: gpio }) => {
	const refusal = refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	const { use } = daemon.functions.of(gpio);
	if (use === "hardwarePwm") return daemon.hardware.pwmOf(gpio).realRange;
	return use === "hardwareClock" ? HARDWARE_RANGE : daemon.functions.frequencyOf(gpio).realRange;
};

const getPwmFrequency: Handler = (daemon, { p1: gpio }) => {
	const refusal = refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	const { use } = daemon.functions.of(gpio);
	if (use === "hardwarePwm") return daemon.hardware.pwmOf(gpio).frequency;
	if (use === "hardwareClock") return daemon.hardware.clockFrequencyOf(gpio);
	return daemon.functions.frequencyOf(gpio).frequency;
};

const getServoPulseWidth: Handler = (daemon, { p1: gpio }) => {
	const refusal = refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	const { use, width } = daemon.functions.of(gpio);
	return use === "servo" ? width : refusals.notServoGpio;
};

const setHardwarePwm: Handler = (daemon, request) => {
	const { p1: gpio, p2: frequency } = request;
	const dutyCycle = request.word(0);
	const { hardware } = daemon;
	const refusal = refuseUpdate(daemon, gpio) ?? refuseGpio(gpio);
	if (refusal !== undefined) return refusal;
	const pin = hardware.pwmPin(gpio);
	if (pin === undefined) return refusals.notHpwmGpio;
	if (dutyCycle > HARDWARE_RANGE) return refusals.badHpwmDuty;
	if (frequency > hardware.chip.pwmMaximum) return refusals.badHpwmFreq;
	if (hardware.pwmIsTaken) return refusals.hpwmIllegal;
	if (frequency !== 0) return afterWait(daemon, hardware.startPwm(pin, frequency, dutyCycle), () => 0);
	hardware.stopPwm(pin);
	return 0;
};

const setHardwareClock: Handler = (daemon, { p1, p2: frequency }) => {
	const gpio = p1 & 0xff_ffff;
	const { hardware } = daemon;
	const refusal = refuseUpdate(daemon, gpio) ?? refuseGpio(gpio);
	if (refusal !== undefined) return refusal;
	const pin = hardware.clockPin(gpio);
	if (pin === undefined) return refusals.notHclkGpio;
	const { clockMinimum, clockMaximum } = hardware.chip;
	if (frequency !== 0 && (frequency < clockMinimum || frequency > clockMaximum)) return refusals.badHclkFreq;
	if (pin.channel === GUARDED_CLOCK && p1 >>> 24 !== CLOCK_PASSWORD) return refusals.badHclkPass;
	if (frequency !== 0) return hardware.startClock(pin, frequency) ? 0 : refusals.badHclkFreq;
	hardware.stopClock(pin);
	return 0;
};

export const pwmHandlers: HandlersOf<
	| "setPwm"
	| "setPwmRange"
	| "setPwmFrequency"
	| "setServo"
	| "getPwmRange"
	| "getPwmFrequency"
	| "getPwmRealRange"
	| "getPwmDutyCycle"
	| "getServoPulseWidth"
	| "setHardwareClock"
	| "setHardwarePwm"
> = {
	setPwm,
	setPwmRange,
	setPwmFrequency,
	setServo,
	getPwmRange,
	getPwmFrequency,
	getPwmRealRange,
	getPwmDutyCycle,
	getServoPulseWidth,
	setHardwareClock,
	setHardwarePwm,
};
