export { backoff, LONGEST_PAUSE_MS } from "./backoff.ts";
export { type Clock, systemClock } from "./clock.ts";
export { type Destination, isLoopbackName } from "./connectionCauses.ts";
export type { ProbeAnswer, StallCause } from "./EventProbe.ts";
export {
	ClosedError,
	CommandTimeoutError,
	ConnectionError,
	NotConnectedError,
	ReplyMismatchError,
	WaveBusyError,
	WaveInterferenceError,
	WaveLimitError,
} from "./errors.ts";
export { type CommandMethods, connect, Pi } from "./Pi.ts";
export { DEFAULT_PORT, type PiOptions } from "./PiOptions.ts";
export type { Connected, PiStatus } from "./PiStatus.ts";
export type { Call, CallOptions, Feed, FeedBegin, FeedOptions, Levels, PiTransport } from "./PiTransport.ts";
export {
	DEFAULT_PROBE_EVENT,
	type ReportBegin,
	type ReportLoss,
	type ReportOptions,
	type ReportSubscription,
} from "./ReportSubscription.ts";
export { TickClock } from "./TickClock.ts";
export { TickUnwrapper } from "./TickUnwrapper.ts";
