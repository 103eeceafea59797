import { type ControlErrorCode, controlErrors } from "@gpioscope/protocol";

/** An operation that is refused or fails; with a code of the one table and what to do about it. */
export class ControlError extends Error {
	override readonly name = "ControlError";
	readonly code: ControlErrorCode;
	readonly remedy: string;

	constructor(code: ControlErrorCode, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
		this.remedy = controlErrors[code];
	}
}
