import type { TargetState } from "@gpioscope/protocol";
import type { SocketState } from "../../stores/connectionStore.ts";

/** What a plot without lanes says. */
export function emptyText(socket: SocketState, target: TargetState | undefined, hasIdle: boolean): string {
	if (socket.kind === "refused") return "No data: gpioscope does not let this page in.";
	if (socket.kind !== "open") return "Connecting to gpioscope…";
	switch (target?.kind) {
		case undefined:
		case "connecting":
			return "Connecting to pigpiod…";
		case "disconnected":
			return "No data yet. It begins when pigpiod answers.";
		case "live":
		case "stale":
			return hasIdle
				? "No change yet on these lines. Open Idle, or press I, to see their levels."
				: "No GPIO chosen. Choose lanes in the Lanes menu.";
	}
}
