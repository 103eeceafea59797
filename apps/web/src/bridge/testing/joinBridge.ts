import { type BlockContent, encodeBlock } from "@gpioscope/protocol";
import { BridgeClient } from "../BridgeClient.ts";
import { CaptureSession } from "../CaptureSession.ts";
import { type WorkerLike, WorkerLink } from "../WorkerLink.ts";
import type { FromWorker } from "../workerMessages.ts";
import { FakeBridge } from "./FakeBridge.ts";

/** A block of which only the interesting parts are said. */
export function encodedBlock(part: Partial<BlockContent>): Uint8Array {
	const baseTime = part.baseTime ?? 0;
	return encodeBlock({
		target: 0,
		epoch: 1,
		number: 0,
		baseTime,
		endTime: baseTime + 1000,
		firstLevel: 0,
		known: 0xffff_ffff,
		times: new Uint32Array(0),
		levels: new Uint32Array(0),
		count: 0,
		gaps: [],
		watchdogs: [],
		events: [],
		...part,
	});
}

/** The page's half and the worker's half, joined without a Worker, and connecting to a bridge that is the test. */
export function joinBridge() {
	const fake = new FakeBridge();
	const worker: WorkerLike = {
		onmessage: null,
		onerror: null,
		postMessage: (message) => session.receive(message),
	};
	/** All that the worker said. */
	const heard: FromWorker[] = [];
	const session = new CaptureSession({
		open: fake.open,
		formats: [],
		recognise: () => undefined,
		isReachable: () => Promise.resolve(fake.isReachable),
		now: () => Date.now(),
		post: (message) => {
			heard.push(message);
			worker.onmessage?.({ data: message } as MessageEvent<FromWorker>);
		},
	});
	const link = new WorkerLink();
	link.attach(worker);
	const bridge = new BridgeClient(link);
	link.post({ kind: "connect", url: "ws://bridge/ws" });
	return { fake, session, link, bridge, heard };
}
