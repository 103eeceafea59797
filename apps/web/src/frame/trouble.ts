import type { TargetState } from "@gpioscope/protocol";
import type { SocketState } from "../stores/connectionStore.ts";

/** What is wrong between this page and the daemon, for people. */
export interface Trouble {
	readonly tone: "error" | "attention";
	readonly message: string;
	readonly remedy: string;
	/** When the next attempt starts, in ms of epoch. */
	readonly retryAt?: number;
	readonly canRetry: boolean;
}

/** The connection stands, but nothing comes. */
export const silentBridge: Trouble = {
	tone: "attention",
	message: "gpioscope sends nothing.",
	remedy: "It is busy, or the network is. A new connection is made by itself if that lasts.",
	canRetry: false,
};

/** The one trouble to show: first the page's own connection, then the bridge's; undefined when all is well. */
export function troubleOf(socket: SocketState, target: TargetState | undefined): Trouble | undefined {
	if (socket.kind === "refused")
		return {
			tone: "error",
			message: socket.reason,
			remedy: "Open the address that gpioscope printed in its terminal, with its token.",
			canRetry: false,
		};
	if (socket.kind === "retrying")
		return {
			tone: "error",
			message: "The connection to gpioscope is lost.",
			remedy: "Is it still running? Earlier data is kept.",
			retryAt: socket.retryAt,
			canRetry: true,
		};
	if (target?.kind === "disconnected")
		return {
			tone: "error",
			message: target.cause.message,
			remedy: target.cause.remedy,
			retryAt: target.retryAt,
			canRetry: true,
		};
	if (target?.kind === "stale")
		return {
			tone: "attention",
			message: target.reason,
			remedy: "Traces stop until it answers again.",
			canRetry: false,
		};
	return undefined;
}
