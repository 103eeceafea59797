import {
	ClosedError,
	CommandTimeoutError,
	ConnectionError,
	NotConnectedError,
	ReplyMismatchError,
	WaveBusyError,
	WaveInterferenceError,
	WaveLimitError,
} from "@gpioscope/client";
import {
	InvalidArgument,
	type MessageErrorCode,
	messageErrors,
	PigpioError,
	pigpioRemedies,
} from "@gpioscope/protocol";

/** What the bridge says when it does not do something: a code of the one table, what is, and what to do. */
export interface Failure {
	readonly code: MessageErrorCode;
	readonly message: string;
	readonly remedy?: string;
	readonly pigpioName?: string;
}

/** Thrown by everything that refuses an operation. */
export class Refusal extends Error {
	override readonly name = "Refusal";
	readonly failure: Failure;

	constructor(
		code: MessageErrorCode,
		message: string,
		remedy: string = messageErrors[code],
		pigpioName?: string,
	) {
		super(message);
		this.failure = { code, message, remedy, ...(pigpioName === undefined ? {} : { pigpioName }) };
	}
}

/** Says in words of the protocol why something failed. Faults of the bridge itself are told to onFault too. */
export function failureOf(error: unknown, onFault: (error: unknown) => void): Failure {
	if (error instanceof Refusal) return error.failure;
	if (error instanceof PigpioError) return daemonFailure(error);
	if (error instanceof InvalidArgument) return withRemedy("invalidArgument", sentence(error.message));
	if (error instanceof WaveLimitError)
		return withRemedy("waveLimit", "pigpiod has as many waves as it can bear.");
	if (error instanceof WaveBusyError || error instanceof WaveInterferenceError) {
		return withRemedy("waveBusy", "Another program is building waves at the same time.");
	}
	if (error instanceof CommandTimeoutError) return withRemedy("timeout", error.message);
	if (error instanceof NotConnectedError || error instanceof ClosedError) {
		return withRemedy("notConnected", error.message);
	}
	if (error instanceof ConnectionError || error instanceof ReplyMismatchError) {
		return withRemedy("connectionLost", "The connection to pigpiod broke before it answered.");
	}
	onFault(error);
	return withRemedy("internal", "The bridge failed to do this.");
}

/** pigpio's PI_NOT_PERMITTED. */
export const NOT_PERMITTED = -41;
const SOME_PERMITTED = -42;

/** pigpiod does not let a GPIO be changed. */
export function notPermitted(what: string, pigpioName: string): Refusal {
	return new Refusal(
		"gpioNotPermitted",
		`pigpiod does not allow ${what} on this board (${pigpioName}).`,
		messageErrors.gpioNotPermitted,
		pigpioName,
	);
}

function daemonFailure({ code, text, pigpioName }: PigpioError): Failure {
	if (code === NOT_PERMITTED || code === SOME_PERMITTED) {
		return notPermitted("a GPIO among these", pigpioName).failure;
	}
	const remedy = pigpioRemedies[code] ?? messageErrors.daemonError;
	return { code: "daemonError", message: sentence(`${text} (${pigpioName})`), remedy, pigpioName };
}

function withRemedy(code: MessageErrorCode, message: string): Failure {
	return { code, message, remedy: messageErrors[code] };
}

function sentence(text: string): string {
	const start = text.charAt(0).toUpperCase() + text.slice(1);
	return start.endsWith(".") ? start : `${start}.`;
}
