import type { TargetState } from "@gpioscope/protocol";
import type { SocketState } from "../../stores/connectionStore.ts";

/** What a plot without lanes says. */
export function emptyText(socket: SocketState, target: TargetState | undefined): string | undefined {
	if (socket.kind !== "open") return "Connecting to gpioscope…";
	switch (target?.kind) {
		case undefined:
		case "connecting":
			return "Connecting to pigpiod…";
		case "disconnected":
			return "No data yet. It begins when pigpiod answers.";
		case "live":
		case "stale":
			return "No change yet on these lines. Levels are true; the view moves with time.";
	}
}
