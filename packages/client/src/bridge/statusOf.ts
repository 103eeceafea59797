import type { TargetFacts } from "@gpioscope/protocol";
import type { PiStatus } from "../PiStatus.ts";

/** A target's state as the state of a connection to that pigpiod. */
export function statusOf({ address, state }: TargetFacts): PiStatus {
	switch (state.kind) {
		case "connecting":
			return { kind: "connecting", attempt: 1 };
		case "disconnected": {
			const { cause, attempt, retryAt } = state;
			return { kind: "disconnected", cause, attempt, retryAt };
		}
		case "live":
		case "stale": {
			const { epoch, version, revision, since } = state;
			const connected = { address: address.host, epoch, version, revision, since };
			if (state.kind === "live") return { kind: "live", ...connected };
			return { kind: "stalled", cause: state.cause ?? "silent", ...connected };
		}
	}
}
