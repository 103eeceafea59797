import { pigpioErrors } from "./pigpioErrors.ts";

/** pigpiod refused a command. `code` is its negative result, `pigpioName` and `text` are pigpio's own words. */
export class PigpioError extends Error {
	override readonly name = "PigpioError";
	readonly code: number;
	readonly pigpioName: string;
	readonly text: string;
	readonly command: string;

	constructor(command: string, code: number) {
		const { name, text } = pigpioErrors[code] ?? { name: "unknown", text: "unknown error" };
		super(`${command}: ${text} (${name} ${code})`);
		this.code = code;
		this.pigpioName = name;
		this.text = text;
		this.command = command;
	}
}
