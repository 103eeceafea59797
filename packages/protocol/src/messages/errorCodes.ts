/**
 * Every reason for which the bridge refuses or fails an operation, with what to do about it when the place that
 * raises it knows nothing better. The one table of error codes on the WebSocket.
 */
export const messageErrors = {
	malformed: "Send one JSON object with an op of the protocol and its fields.",
	unknownOperation: "Use an operation of subprotocol gpioscope.v1.",
	unknownTarget: "Use the id of a target named in hello.",
	targetRefused: "The message names what is wrong.",
	unknownCommand: "Use a command name of the command table.",
	invalidArgument: "Give a value inside the range named.",
	notPermitted: "Your role can only watch.",
	commandDisabled: "Start the bridge with --allow and the class named.",
	gpioNotPermitted: "Use a GPIO that this board lets programs change, or start pigpiod with -x.",
	pinLocked: "Unlock it in its inspector first.",
	foreignHandle: "Ask it to let go, or wait until it leaves.",
	waveLimit: "Delete waves that are not needed any more.",
	waveBusy: "Wait until the other session has created its wave.",
	notConnected: "Wait for the connection, or try again now.",
	timeout: "Check the network and the load of the Raspberry Pi.",
	connectionLost: "The bridge reconnects by itself; send the command again.",
	daemonError: "See the documentation of the command.",
	tooManyRequests: "Wait for answers before sending more.",
	noBench: "Start gpioscope with --simulate to have virtual devices.",
	benchRefused: "The message names what is possible.",
	internal: "Look at the bridge's terminal output.",
} as const satisfies Record<string, string>;

export type MessageErrorCode = keyof typeof messageErrors;

/** The codes of {@link messageErrors} as a list, for schemas. */
export const messageErrorCodes = Object.keys(messageErrors) as MessageErrorCode[];
