import { formats, recogniseFormat } from "@gpioscope/logic";
import { CaptureSession } from "./CaptureSession.ts";
import type { FromWorker, ToWorker } from "./workerMessages.ts";

/** As much of a worker's global scope as is used here. */
declare const self: {
	onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
	postMessage(message: FromWorker, transfer: Transferable[]): void;
};

/** A host that has vanished from the network answers nothing at all: after so many milliseconds it counts as away. */
const PATIENCE = 5000;

async function isReachable(): Promise<boolean> {
	try {
		return (await fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) })).ok;
	} catch {
		return false;
	}
}

const session = new CaptureSession({
	open: (url, subprotocol) => new WebSocket(url, subprotocol),
	isReachable,
	formats,
	recognise: recogniseFormat,
	post: (message, transfer) => self.postMessage(message, transfer),
	// The worker's performance.now() starts later than the page's; this sum is the same clock in both.
	now: () => performance.timeOrigin + performance.now(),
});

self.onmessage = ({ data }) => session.receive(data);
