import {
	type CommandName,
	InvalidArgument,
	type MessageErrorCode,
	PigpioError,
	pigpioErrors,
	type ServerMessageOf,
} from "@gpioscope/protocol";
import { CommandTimeoutError, ConnectionError, NotConnectedError, WaveLimitError } from "../errors.ts";
import { MAX_WAVES } from "../waves/waveMemory.ts";

/** The bridge itself refused an operation, as pigpiod never would: a foreign handle, a command that is switched off. */
export class BridgeError extends Error {
	override readonly name = "BridgeError";
	readonly code: MessageErrorCode;
	/** What to do about it. */
	readonly remedy: string | undefined;

	constructor(code: MessageErrorCode, message: string, remedy?: string) {
		super(remedy === undefined ? message : `${message} ${remedy}`);
		this.code = code;
		this.remedy = remedy;
	}
}

/** What the bridge answered, as the error that a connection to pigpiod itself would have thrown, where there is one. */
export function errorOf(
	operation: CommandName | string,
	{ code, message, remedy, pigpioName }: ServerMessageOf<"error">,
): Error {
	const number = pigpioName === undefined ? undefined : numbers.get(pigpioName);
	if (number !== undefined) return new PigpioError(operation, number);
	switch (code) {
		case "invalidArgument":
			return new InvalidArgument(operation, "", message);
		case "notConnected":
			return new NotConnectedError();
		case "timeout":
			return new CommandTimeoutError(operation);
		case "waveLimit":
			return new WaveLimitError(MAX_WAVES);
		case "connectionLost":
			return new ConnectionError({ code: "closed", message, remedy: remedy ?? "" });
		default:
			return new BridgeError(code, message, remedy);
	}
}

const numbers: ReadonlyMap<string, number> = new Map(
	Object.entries(pigpioErrors).map(([code, { name }]) => [name, Number(code)]),
);
