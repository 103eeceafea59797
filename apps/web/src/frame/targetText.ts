import { boardOf } from "@gpioscope/logic";
import type { TargetFacts, TargetState } from "@gpioscope/protocol";
import type { SocketState } from "../stores/connectionStore.ts";

/** Colour and shape of the state dot. */
export type Health = "live" | "connecting" | "stale" | "disconnected";

/** The same in words. */
export const HEALTH_WORDS: Readonly<Record<Health, string>> = {
	live: "connected",
	connecting: "connecting",
	stale: "no answer",
	disconnected: "not connected",
};

/** How the way from the page to the daemon is, taken together. */
export function healthOf(socket: SocketState, target: TargetState | undefined): Health {
	if (socket.kind === "refused" || socket.kind === "retrying") return "disconnected";
	if (socket.kind !== "open" || target === undefined) return "connecting";
	return target.kind === "live" || target.kind === "stale" || target.kind === "disconnected"
		? target.kind
		: "connecting";
}

/**
 * The second line under a target's name: board, version, sample period, as far as they are known.
 * @param isShort without the version
 */
export function targetLine(target: TargetFacts | undefined, isShort = false): string {
	if (target === undefined) return "no target yet";
	const { state } = target;
	if (state.kind === "connecting") return `connecting to ${addressText(target)}`;
	if (state.kind === "disconnected") return `${addressText(target)} · not connected`;
	const version = isShort ? "" : ` · pigpiod ${state.version}`;
	const period = state.samplePeriod === undefined ? "" : ` · ${state.samplePeriod}\u00a0µs`;
	return `${boardOf(state.revision).name}${version}${period}`;
}

/** host:port, with brackets around IPv6. */
export function addressText({ address: { host, port } }: TargetFacts): string {
	return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
