/** The commands the Pins view sends, with their arguments, as the command table of the protocol names them. */
export type PinCall =
	| { readonly command: "setMode"; readonly args: { readonly gpio: number; readonly mode: number } }
	| { readonly command: "setPull"; readonly args: { readonly gpio: number; readonly pull: number } }
	| { readonly command: "write"; readonly args: { readonly gpio: number; readonly level: number } }
	| { readonly command: "setPwm"; readonly args: { readonly gpio: number; readonly dutyCycle: number } }
	| { readonly command: "setPwmRange"; readonly args: { readonly gpio: number; readonly range: number } }
	| {
			readonly command: "setPwmFrequency";
			readonly args: { readonly gpio: number; readonly frequency: number };
	  }
	| { readonly command: "setServo"; readonly args: { readonly gpio: number; readonly pulseWidth: number } }
	| { readonly command: "setWatchdog"; readonly args: { readonly gpio: number; readonly timeout: number } }
	| {
			readonly command: "trigger";
			readonly args: { readonly gpio: number; readonly length: number; readonly level: number };
	  }
	| {
			readonly command: "setHardwareClock";
			readonly args: { readonly gpio: number; readonly frequency: number };
	  }
	| {
			readonly command: "setHardwarePwm";
			readonly args: { readonly gpio: number; readonly frequency: number; readonly dutyCycle: number };
	  }
	| { readonly command: "setGlitchFilter"; readonly args: { readonly gpio: number; readonly steady: number } }
	| {
			readonly command: "setNoiseFilter";
			readonly args: { readonly gpio: number; readonly steady: number; readonly active: number };
	  };

/** Names of the commands the Pins view sends. */
export type PinCommand = PinCall["command"];

const pinCommands: Readonly<Record<PinCommand, true>> = {
	setMode: true,
	setPull: true,
	write: true,
	setPwm: true,
	setPwmRange: true,
	setPwmFrequency: true,
	setServo: true,
	setWatchdog: true,
	trigger: true,
	setHardwareClock: true,
	setHardwarePwm: true,
	setGlitchFilter: true,
	setNoiseFilter: true,
};

/** True for a command that the Pins view sends. */
export function isPinCommand(command: string): command is PinCommand {
	return Object.hasOwn(pinCommands, command);
}

/** Modes of pigpio that are no ALT function. */
export const inputMode = 0;
export const outputMode = 1;
