import type { PiStatus, StallCause } from "@gpioscope/client";
import type { ConnectionCause, TargetState } from "@gpioscope/protocol";

/** What a target knows beside the status of its connection. */
export interface TargetKnowledge {
	/** Why the last attempt failed: it holds while the next one is under way, so that pages do not blink. */
	readonly failure: TargetState | undefined;
	/** Added to the client's count of epochs. */
	readonly firstEpoch: number;
	/** Microseconds. */
	readonly samplePeriod: number | undefined;
	/** Whether a report has come since the connection was made. */
	readonly hasReported: boolean;
	/** The likely cause behind one that was told. */
	explain(told: ConnectionCause): ConnectionCause;
}

/** The state of a connection as pages are told it. */
export function stateOf(
	status: PiStatus,
	{ failure, firstEpoch, samplePeriod, hasReported, explain }: TargetKnowledge,
): TargetState {
	switch (status.kind) {
		case "connecting":
		case "closed":
			if (failure?.kind !== "disconnected") return { kind: "connecting" };
			return { ...failure, cause: explain(failure.cause) };
		case "disconnected": {
			const { cause, attempt, retryAt } = status;
			return { kind: "disconnected", cause: explain(cause), attempt, retryAt };
		}
		case "live":
		case "stalled": {
			const { address, epoch, version, revision, since } = status;
			const connected = {
				address,
				epoch: (firstEpoch + epoch) >>> 0,
				version,
				revision,
				since,
				...(samplePeriod === undefined ? {} : { samplePeriod }),
			};
			if (status.kind === "live") return { kind: "live", ...connected };
			const reason = status.cause === "reports" && !hasReported ? NEVER_REPORTED : stallReasons[status.cause];
			return { kind: "stale", ...connected, cause: status.cause, reason };
		}
	}
}

const stallReasons: Readonly<Record<StallCause, string>> = {
	reports: "pigpiod answers, but its reports have stopped: another program does not read its notifications.",
	silent: "pigpiod does not answer. It may be overloaded, or the network is.",
};
const NEVER_REPORTED =
	"pigpiod answers, but sends no reports. Either it was started with -m, or another program does not read its notifications.";
