import type { ServerMessage, TargetFacts } from "@gpioscope/protocol";
import { takeBenchEvent } from "../stores/benchStore.ts";
import { connectionStore, ownTarget } from "../stores/connectionStore.ts";
import { daemonStore } from "../stores/daemonStore.ts";
import { noteHealth } from "../stores/healthStore.ts";
import { addLogEntry } from "../stores/logStore.ts";
import { showNamesOf } from "../stores/namesStore.ts";
import { updatePins } from "../stores/pinsStore.ts";
import { bridgeTriggersStore, takeSegments } from "./bridgeTriggersStore.ts";
import { chosenTarget } from "./chosenTarget.ts";

/** Puts what the bridge says into the stores that show it. */
export function feedStores(message: ServerMessage): void {
	switch (message.op) {
		case "hello": {
			const { sessionId, version, role, capabilities, targets } = message;
			const { target: known, wanted } = connectionStore.getState();
			const target = chosenTarget(targets, known?.id ?? wanted);
			connectionStore.setState({ sessionId, version, role, capabilities, targets });
			// A bridge that came back without this page's Pi does not make it another's.
			if (target !== undefined && (known === undefined || target.id === known.id)) takeTarget(target);
			break;
		}
		case "targets": {
			const { targets } = message;
			connectionStore.setState({ targets });
			break;
		}
		case "status":
			connectionStore.setState(({ targets }) => ({
				targets: targets.map((known) => (known.id === message.target.id ? message.target : known)),
			}));
			if (message.target.id === ownTarget()) takeTarget(message.target);
			break;
		case "neighbours":
			connectionStore.setState({ neighbours: message.neighbours });
			break;
		case "viewers":
			connectionStore.setState({ viewers: message.count });
			break;
		case "statistics": {
			const { op: _, target, ...statistics } = message;
			if (target !== ownTarget()) break;
			connectionStore.setState({ statistics });
			noteHealth(message, hasDaemon());
			break;
		}
		case "pins":
			updatePins(message.pins);
			break;
		case "benchEvent":
			takeBenchEvent(message.event);
			break;
		case "log":
			if (message.entry.target === ownTarget()) addLogEntry(message.entry);
			break;
		case "holdings":
			daemonStore.setState({ holdings: message.holdings });
			break;
		case "triggers":
			bridgeTriggersStore.setState({ triggers: message.triggers });
			break;
		case "segments":
			takeSegments(message);
			break;
		case "result":
		case "error":
			break;
	}
}

function takeTarget(target: TargetFacts): void {
	connectionStore.setState({ target });
	showNamesOf(target);
}

/** Whether there is a connection to pigpiod, also one that does not answer now. */
function hasDaemon(): boolean {
	const kind = connectionStore.getState().target?.state.kind;
	return kind === "live" || kind === "stale";
}
