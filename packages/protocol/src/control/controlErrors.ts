/**
 * Every reason for which the simulator's control channel refuses an operation, with what to do about it when the place
 * that raises it knows nothing better.
 */
export const controlErrors = {
	malformed: "Send one JSON object a line, with an id, an op and its fields.",
	unknownOperation: "Use an operation of docs/simulator-control.md.",
	unknownDevice: "Ask for devices; their names are told with capitals and spaces as they are.",
	unknownControl: "Ask for devices; each lists its controls.",
	wrongControl: "Use the operation that fits the control's kind.",
	invalidValue: "Give a value inside the limits the control names.",
	benchFault: "Correct what the message names.",
	clockIsReal: "Start the simulator with a virtual clock to move its time.",
	unknownConnection: "Ask for connections; numbers count from 1 in the order of connecting.",
	notListening: "Start the simulator with a socket.",
	commandRefused: "The message names the daemon's reason.",
	internal: "Look at the simulator's terminal output.",
} as const satisfies Record<string, string>;

export type ControlErrorCode = keyof typeof controlErrors;

/** The codes of {@link controlErrors} as a list, for schemas. */
export const controlErrorCodes = Object.keys(controlErrors) as ControlErrorCode[];
