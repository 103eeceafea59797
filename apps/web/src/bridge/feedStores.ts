import type { ServerMessage } from "@gpioscope/protocol";
import { takeBenchEvent } from "../stores/benchStore.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { addLogEntry } from "../stores/logStore.ts";
import { showNamesOf } from "../stores/namesStore.ts";
import { updatePins } from "../stores/pinsStore.ts";
import { bridgeTriggersStore, takeSegments } from "./bridgeTriggersStore.ts";

/** Puts what the bridge says into the stores that show it. */
export function feedStores(message: ServerMessage): void {
	switch (message.op) {
		case "hello": {
			const { sessionId, version, role, capabilities, targets } = message;
			connectionStore.setState({ sessionId, version, role, capabilities, target: targets[0] });
			if (targets[0] !== undefined) showNamesOf(targets[0]);
			break;
		}
		case "status":
			connectionStore.setState({ target: message.target });
			showNamesOf(message.target);
			break;
		case "viewers":
			connectionStore.setState({ viewers: message.count });
			break;
		case "statistics": {
			const { op: _, target: __, ...statistics } = message;
			connectionStore.setState({ statistics });
			break;
		}
		case "pins":
			updatePins(message.pins);
			break;
		case "benchEvent":
			takeBenchEvent(message.event);
			break;
		case "log":
			addLogEntry(message.entry);
			break;
		case "triggers":
			bridgeTriggersStore.setState({ triggers: message.triggers });
			break;
		case "segments":
			takeSegments(message);
			break;
		case "targets":
		case "neighbours":
		case "result":
		case "error":
			break;
	}
}
