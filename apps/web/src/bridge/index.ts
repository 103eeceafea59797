import { connectionStore } from "../stores/connectionStore.ts";
import { drawnStore } from "../stores/drawnStore.ts";
import { logStore } from "../stores/logStore.ts";
import { onViewStore } from "../stores/onViewStore.ts";
import { pinsStore } from "../stores/pinsStore.ts";
import { BridgeClient } from "./BridgeClient.ts";
import { bridgeTriggersStore } from "./bridgeTriggersStore.ts";
import { CalmSwitch } from "./CalmSwitch.ts";
import { CaptureClient } from "./CaptureClient.ts";
import type { CaptureId } from "./CaptureEntry.ts";
import { LIVE } from "./CaptureEntry.ts";
import type { CaptureFacts } from "./CaptureFacts.ts";
import { captureStore, capturesStore, forgetCapture, shownStore, takeFacts } from "./capturesStore.ts";
import { EventFeed } from "./EventFeed.ts";
import { enter, tokenOf } from "./enter.ts";
import { eventsStore } from "./eventsStore.ts";
import { feedStores } from "./feedStores.ts";
import { FileClient } from "./jobs/FileClient.ts";
import { SegmentFetch } from "./SegmentFetch.ts";
import { TriggerClient } from "./TriggerClient.ts";
import { WorkerLink } from "./WorkerLink.ts";
import { WorkerQuestions } from "./WorkerQuestions.ts";

export { BridgeError } from "./BridgeError.ts";
export type { CaptureClient } from "./CaptureClient.ts";
export { type CaptureEntry, type CaptureId, type CaptureSource, LIVE } from "./CaptureEntry.ts";
export { showCapture, shownEntry } from "./capturesStore.ts";
export { LISTED_EVENTS } from "./EventFeed.ts";
export { type DaemonEvent, eventsStore } from "./eventsStore.ts";
export { type FileJob, FileJobError, type JobProgress } from "./jobs/FileClient.ts";
export type { OpenedFile } from "./jobs/fileJobMessages.ts";
export type { FetchingSegment } from "./SegmentFetch.ts";
export { MOST_SEGMENT_CHANGES } from "./segmentRoom.ts";
export { bridgeTriggersStore, captureStore, capturesStore, shownStore };

const link = new WorkerLink();

/** Commands and other operations. */
export const bridge = new BridgeClient(link);

/** What the live capture is watched for. */
export const triggers = new TriggerClient(link);

/** Segments that the bridge keeps. */
export const bridgeSegments = new SegmentFetch(bridge, link);

const questions = new WorkerQuestions(link);

/** Questions about the live capture. */
export const capture = new CaptureClient(questions, () => LIVE);

/** Questions about the capture that the scope shows. */
export const shownCapture = new CaptureClient(questions, () => capturesStore.getState().shown);

/** Questions about any one capture. */
export function captureOf(id: CaptureId): CaptureClient {
	return new CaptureClient(questions, () => id);
}

/** The daemon's events as they come in. */
export const eventFeed = new EventFeed({
	sideRecords: (query) => capture.sideRecords(query),
	facts: captureStore,
	store: eventsStore,
	onFault: (error) =>
		connectionStore.setState({ fault: error instanceof Error ? error.message : `${error}` }),
});

/** Opens and writes files. */
export const files = new FileClient(link);

/** When figures of the live capture may come rarely. */
export const calm = new CalmSwitch(link);

/** Closes a capture; the live one stays. */
export function closeCapture(id: CaptureId): void {
	link.post({ kind: "forget", id });
}

/** Milliseconds until the token is shown again to a bridge that did not answer. */
const RETRY_DELAY = 1000;

declare global {
	interface Window {
		/** For tests and the curious: the clients and stores that the page itself uses. */
		__gpioscope?: object;
	}
}

/**
 * Connects the page to its bridge: takes the token out of the address, opens the WebSocket, fills the stores.
 * @param wanted id of the Pi that the page is to be about; without it, or where there is none of it, the first one
 */
export function startBridge(wanted: string | undefined): void {
	connectionStore.setState({ wanted });
	bridge.onMessage(feedStores);
	bridge.onMessage((message) => bridgeSegments.receive(message));
	link.on("socket", ({ state }) => connectionStore.setState({ socket: state }));
	link.on("facts", ({ id, source, facts }) => takeFacts(id, source, onPageClock(facts)));
	link.on("forgotten", ({ id }) => forgetCapture(id));
	capturesStore.subscribe(({ shown }, before) => {
		if (shown !== before.shown) link.post({ kind: "shown", id: shown });
	});
	link.on("fault", ({ message }) => connectionStore.setState({ fault: message }));
	window.__gpioscope = {
		bridge,
		capture,
		shownCapture,
		triggers,
		bridgeSegments,
		bridgeTriggersStore,
		captureStore,
		shownStore,
		capturesStore,
		connectionStore,
		drawnStore,
		pinsStore,
		logStore,
	};
	link.attach(
		new Worker(new URL("./capture.worker.ts", import.meta.url), { type: "module", name: "capture" }),
	);
	const noteHidden = () =>
		calm.set("hidden", document.visibilityState === "hidden" || !onViewStore.getState().isOnView);
	document.addEventListener("visibilitychange", noteHidden);
	onViewStore.subscribe(noteHidden);
	noteHidden();
	// Opening the printed address in a tab that has the page already only changes the fragment.
	window.addEventListener("hashchange", takeToken);
	if (!takeToken()) connect();
}

/** The worker counts from the page's time origin plus its own performance.now(). */
function onPageClock(facts: CaptureFacts): CaptureFacts {
	const { receivedAt, arrivals } = facts;
	return {
		...facts,
		receivedAt: receivedAt - performance.timeOrigin,
		arrivals: arrivals && { ...arrivals, lead: arrivals.lead + performance.timeOrigin * 1000 },
	};
}

/** Whether there was a token. It leaves the address, so that it is neither copied nor kept in the history. */
function takeToken(): boolean {
	const token = tokenOf(location.hash);
	if (token === undefined) return false;
	history.replaceState(null, "", location.pathname + location.search);
	void show(token, 1);
	return true;
}

async function show(token: string, attempt: number): Promise<void> {
	const entry = await enter(token);
	if (entry.kind === "entered") connect();
	else if (entry.kind === "refused") connectionStore.setState({ socket: entry });
	else {
		connectionStore.setState({ socket: { kind: "retrying", attempt, retryAt: Date.now() + RETRY_DELAY } });
		setTimeout(() => void show(token, attempt + 1), RETRY_DELAY);
	}
}

function connect(): void {
	const { protocol, host } = location;
	const url = `${protocol === "https:" ? "wss" : "ws"}://${host}/ws`;
	link.post({ kind: "connect", url, target: connectionStore.getState().wanted });
}
