export * from "./common.ts";
export { type Destination, isLoopbackName, RGPIOD_PORT } from "./connectionCauses.ts";
export type { ProbeAnswer, StallCause } from "./EventProbe.ts";
export { connect, type TcpPi } from "./Pi.ts";
export { DEFAULT_PORT, type PiOptions } from "./PiOptions.ts";
export {
	DEFAULT_PROBE_EVENT,
	type ReportBegin,
	type ReportLoss,
	type ReportOptions,
	type ReportSubscription,
} from "./ReportSubscription.ts";
export { TickClock } from "./TickClock.ts";
export { TickUnwrapper } from "./TickUnwrapper.ts";
