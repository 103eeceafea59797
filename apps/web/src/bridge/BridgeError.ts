import type { MessageErrorCode } from "@gpioscope/protocol";

/** Why an operation failed, for people: what is, and what to do about it. */
export class BridgeError extends Error {
	readonly code: MessageErrorCode;
	readonly remedy: string | undefined;
	/** pigpio's own name of the error, when pigpiod refused. */
	readonly pigpioName: string | undefined;

	constructor(failure: {
		readonly code: MessageErrorCode;
		readonly message: string;
		readonly remedy?: string | undefined;
		readonly pigpioName?: string | undefined;
	}) {
		super(failure.message);
		this.name = "BridgeError";
		this.code = failure.code;
		this.remedy = failure.remedy;
		this.pigpioName = failure.pigpioName;
	}
}
