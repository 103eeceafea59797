import type { PinCall, PinCommand } from "./pinCall.ts";

/** Languages the last changes can be read in, beside pigs. */
export type CodeLanguage = "python" | "c";

/** Names of a command in pigpio's Python module and C library, and its arguments in their order. */
const names: Readonly<Record<PinCommand, readonly [python: string, c: string, args: readonly string[]]>> = {
	setMode: ["set_mode", "set_mode", ["gpio", "mode"]],
	setPull: ["set_pull_up_down", "set_pull_up_down", ["gpio", "pull"]],
	write: ["write", "gpio_write", ["gpio", "level"]],
	setPwm: ["set_PWM_dutycycle", "set_PWM_dutycycle", ["gpio", "dutyCycle"]],
	setPwmRange: ["set_PWM_range", "set_PWM_range", ["gpio", "range"]],
	setPwmFrequency: ["set_PWM_frequency", "set_PWM_frequency", ["gpio", "frequency"]],
	setServo: ["set_servo_pulsewidth", "set_servo_pulsewidth", ["gpio", "pulseWidth"]],
	setWatchdog: ["set_watchdog", "set_watchdog", ["gpio", "timeout"]],
	trigger: ["gpio_trigger", "gpio_trigger", ["gpio", "length", "level"]],
	setHardwareClock: ["hardware_clock", "hardware_clock", ["gpio", "frequency"]],
	setHardwarePwm: ["hardware_PWM", "hardware_PWM", ["gpio", "frequency", "dutyCycle"]],
	setGlitchFilter: ["set_glitch_filter", "set_glitch_filter", ["gpio", "steady"]],
	setNoiseFilter: ["set_noise_filter", "set_noise_filter", ["gpio", "steady", "active"]],
};

const modeNames = ["INPUT", "OUTPUT", "ALT5", "ALT4", "ALT0", "ALT1", "ALT2", "ALT3"];
const pullNames = ["PUD_OFF", "PUD_DOWN", "PUD_UP"];

function constant(name: string, value: unknown, prefix: string): string {
	const word =
		name === "mode" ? modeNames[Number(value)] : name === "pull" ? pullNames[Number(value)] : undefined;
	return word === undefined ? String(value) : `${prefix}${word}`;
}

/** True for a command that the Pins view knows in other languages. */
export function isPinCommand(command: string): command is PinCommand {
	return Object.hasOwn(names, command);
}

/** A call as one line of Python (`pi.write(18, 1)`) or C (`gpio_write(pi, 18, 1);`). */
export function codeOf(call: PinCall, language: CodeLanguage): string {
	const [python, c, order] = names[call.command];
	const args: Readonly<Record<string, unknown>> = call.args;
	const prefix = language === "python" ? "pigpio." : "PI_";
	const values = order.map((name) => constant(name, args[name], prefix));
	return language === "python"
		? `pi.${python}(${values.join(", ")})`
		: `${c}(${["pi", ...values].join(", ")});`;
}
