import { Capture } from "@gpioscope/logic";
import { BlockError, decodeBlock, type ServerMessage } from "@gpioscope/protocol";
import { Arrivals } from "./Arrivals.ts";
import { BridgeSocket, type BridgeSocketOptions } from "./BridgeSocket.ts";
import { LIVE } from "./CaptureEntry.ts";
import { type CaptureFacts, captureFacts, noFacts } from "./CaptureFacts.ts";
import { CaptureShelf } from "./CaptureShelf.ts";
import { ChangeRates } from "./ChangeRates.ts";
import { chosenTarget } from "./chosenTarget.ts";
import { FileJobs, type FormatChoice } from "./jobs/FileJobs.ts";
import { answer, transferablesOf } from "./questions.ts";
import { Replay } from "./Replay.ts";
import { TriggerDesk } from "./TriggerDesk.ts";
import type { FromWorker, ToWorker } from "./workerMessages.ts";

/** How often the page is told the facts, in milliseconds. */
const PUBLISH_EVERY = 100;
/** How often those of the live capture while nothing on screen moves with them. */
const CALM_EVERY = 1000;

export interface CaptureSessionOptions
	extends Pick<BridgeSocketOptions, "open" | "isReachable" | "firstDelay">,
		FormatChoice {
	readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void;
	/** Milliseconds on the clock that the page takes `receivedAt` from, plus a constant it knows. */
	readonly now: () => number;
}

/**
 * What runs in the worker: the connection to the bridge and the capture it fills. Everything happens on messages and
 * one timer, nothing on animation frames, so that a hidden tab misses nothing.
 */
export class CaptureSession {
	readonly capture = new Capture();
	/** All captures, of which `capture` is the live one. */
	readonly shelf = new CaptureShelf(this.capture);
	readonly #options: CaptureSessionOptions;
	readonly #triggers = new TriggerDesk(this.shelf, (message) => this.#post(message));
	readonly #socket: BridgeSocket;
	readonly #rates: ChangeRates;
	readonly #arrivals = new Arrivals();
	readonly #replay = new Replay();
	readonly #jobs: FileJobs;
	readonly #timer: ReturnType<typeof setInterval>;
	#isCalm = false;
	/** Id of the Pi that the page wants; once it has one, that one. */
	#target: string | undefined;
	#hasTarget = false;
	/** When the facts of the live capture were told last. */
	#liveToldAt = Number.NEGATIVE_INFINITY;
	#revision = 0;
	#receivedAt = 0;

	constructor(options: CaptureSessionOptions) {
		this.#options = options;
		this.#rates = new ChangeRates(options.now());
		this.#socket = new BridgeSocket({
			...options,
			onState: (state) => this.#post({ kind: "socket", state }),
			onMessage: (message) => this.#onMessage(message),
			onAnswer: (message) => this.#replay.hear(message, this.capture.position?.block),
			onBlock: (bytes) => this.#onBlock(bytes),
			onFault: (message) => this.#post({ kind: "fault", message }),
		});
		const { formats, recognise } = options;
		this.#jobs = new FileJobs({
			formats,
			recognise,
			shelf: this.shelf,
			post: (message) => this.#post(message),
			publish: () => this.#publish(),
		});
		this.#timer = setInterval(() => {
			this.#publish();
			this.#jobs.publishProgress();
		}, PUBLISH_EVERY);
	}

	/** Takes a message from the page. */
	receive(message: ToWorker): void {
		switch (message.kind) {
			case "connect":
				this.#target = message.target;
				this.#socket.connect(message.url);
				break;
			case "reconnect":
				this.#socket.reconnect();
				break;
			case "send":
				if (!this.#socket.send(message.message)) this.#refuse(message.message.id);
				break;
			case "ask":
				this.#answer(message);
				break;
			case "calm":
				this.#isCalm = message.isCalm;
				// What stands still from now on stands on the newest facts.
				this.#liveToldAt = Number.NEGATIVE_INFINITY;
				if (!this.#isCalm) this.#publish();
				break;
			case "forget":
				this.#jobs.cancel(message.id);
				if (this.shelf.remove(message.id)) this.#post({ kind: "forgotten", id: message.id });
				break;
			case "open":
			case "export":
			case "estimate":
			case "cancel":
				this.#jobs.receive(message);
				break;
			case "shown":
			case "setTriggers":
			case "clearTriggerCounts":
			case "liveView":
				this.#triggers.receive(message);
				break;
			case "putSegment": {
				const as = this.#triggers.put(message);
				this.#publish();
				this.#post({ kind: "segmentTaken", id: message.id, as });
				break;
			}
		}
	}

	close(): void {
		clearInterval(this.#timer);
		this.#socket.close();
	}

	#onMessage(message: ServerMessage): void {
		this.#post({ kind: "message", message });
		if (message.op !== "hello") return;
		const target = chosenTarget(message.targets, this.#target);
		// The bridge came back without it: nothing of another Pi may join its capture.
		if (target === undefined || (this.#hasTarget && target.id !== this.#target)) return;
		this.#target = target.id;
		this.#hasTarget = true;
		this.#replay.begin(this.#socket.subscribe(target.id, this.capture.position));
	}

	#onBlock(bytes: Uint8Array): void {
		try {
			const block = decodeBlock(bytes);
			if (!this.capture.append(block)) return;
			this.#rates.add(block);
			this.#receivedAt = this.#options.now();
			this.#arrivals.observe(this.capture.endTime, this.#receivedAt);
			this.shelf.get(LIVE).hasNews = true;
			this.#triggers.blockCame(this.#replay.isOver);
			this.#replay.reach(block.number);
		} catch (error) {
			// The capture shows the missing block as a gap.
			if (!(error instanceof BlockError)) throw error;
			this.#post({ kind: "fault", message: `Captured data arrived damaged: ${error.message}` });
		}
	}

	#answer({ id, of, question }: Extract<ToWorker, { kind: "ask" }>): void {
		try {
			const shelved = this.shelf.get(of);
			const value = answer(shelved.capture, question, (id) => this.shelf.get(id).capture);
			if (question.name === "setLimit" || question.name === "clear") {
				shelved.hasNews = true;
				this.#liveToldAt = Number.NEGATIVE_INFINITY;
			}
			this.#options.post({ kind: "answer", id, value }, transferablesOf(value));
		} catch (error) {
			this.#post({ kind: "failure", id, message: error instanceof Error ? error.message : String(error) });
		}
	}

	/** The page thought there was a connection, but it has just gone. */
	#refuse(id: number): void {
		const message = "There is no connection to the bridge.";
		const remedy = "Wait until it is back, then send the command again.";
		this.#post({ kind: "message", message: { op: "error", id, code: "notConnected", message, remedy } });
	}

	#publish(): void {
		const wasBusy = this.#rates.isBusy;
		const now = this.#options.now();
		const changesPerSecond = this.#rates.measure(now);
		if (wasBusy) this.shelf.get(LIVE).hasNews = true;
		this.#triggers.publish();
		for (const [id, shelved] of this.shelf) {
			if (!shelved.hasNews) continue;
			const isLive = id === LIVE;
			if (isLive && this.#isCalm && now - this.#liveToldAt < CALM_EVERY) continue;
			if (isLive) this.#liveToldAt = now;
			shelved.hasNews = false;
			const facts: CaptureFacts = {
				...captureFacts(shelved.capture),
				revision: ++this.#revision,
				receivedAt: isLive ? this.#receivedAt : 0,
				arrivals: isLive ? this.#arrivals.pattern : undefined,
				changesPerSecond: isLive ? changesPerSecond : noFacts.changesPerSecond,
			};
			this.#post({ kind: "facts", id, source: shelved.source, facts });
		}
	}

	#post(message: FromWorker): void {
		this.#options.post(message, []);
	}
}
