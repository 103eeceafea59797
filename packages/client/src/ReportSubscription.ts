import { PROBE_EVENT, REPORT_BYTES, type ReportSink, reportDetail, reportKind } from "@gpioscope/protocol";
import type { Clock } from "./clock.ts";
import type { Destination } from "./connectionCauses.ts";
import { EventProbe, type ProbeAnswer, type StallCause } from "./EventProbe.ts";
import { ConnectionError } from "./errors.ts";
import type { Levels } from "./PiTransport.ts";
import { ReportSocket } from "./ReportSocket.ts";
import { SequenceCheck } from "./SequenceCheck.ts";
import type { TickClock } from "./TickClock.ts";

/** The state of the lines when reports began. */
export interface ReportBegin {
	/** Counts up when pigpiod restarts or its ticks jump back. */
	readonly epoch: number;
	/** True for a new connection within an epoch: what happened in between is not known. */
	readonly continues: boolean;
	/** Tick at which level was in force. Reports up to it only correct the level. */
	readonly tick: number;
	/** Levels of GPIO 0 to 31, one bit each. */
	readonly level: number;
}

/** A stretch of ticks whose reports are missing. */
export interface ReportLoss {
	readonly cause: "reportsLost" | "stalled";
	/** Absent where the number cannot be told. */
	readonly lost?: number;
	readonly fromTick: number;
	readonly toTick: number;
}

/** What a stream of raw reports tells its owner. */
export interface ReportOptions {
	/** Mask of the GPIOs to watch. */
	readonly bits: number;
	/** Mask of the events to receive. Default: none but the probe's. */
	readonly events?: number;
	/** The event that the probe triggers, 0 to 31; one that no program on the Pi uses. */
	readonly probeEvent?: number;
	readonly probeIntervalMs?: number;
	/** Called first, and again after each reconnection. */
	onBegin(begin: ReportBegin): void;
	/** Reports of 12 bytes each, the probe's own among them. The memory is reused. */
	onReports: ReportSink;
	/** Some reports before the next ones are missing. */
	onLoss(loss: ReportLoss): void;
	/** The connection is gone; onBegin follows when it is back. */
	onEnd(): void;
	/** The probe's report came back: all is well, or well again. */
	onProbe?(answer: ProbeAnswer): void;
}

/** What a subscription needs of the connection that it lives on. */
export interface ReportLink {
	readonly destination: Destination;
	readonly timeoutMs: number;
	readonly clock: Clock;
	readonly epoch: number;
	readonly continues: boolean;
	readonly tickClock: TickClock;
	call(
		name: "beginNotification" | "setEventMonitor",
		args: { readonly handle: number; readonly bits: number },
	): Promise<unknown>;
	readLevelAndTick(): Promise<Levels>;
	triggerEvent(event: number): Promise<void>;
	/** Something has stopped, or with undefined: all flows again. */
	onStall(cause: StallCause | undefined): void;
	/** The report connection broke: the whole link is made anew. */
	broken(reason: Error): void;
	problem(error: unknown): void;
}

/** An event number that no known program uses; 31 is pigpio's own for BSC transfers. */
export const DEFAULT_PROBE_EVENT = PROBE_EVENT;

const STALL_MS = 2000;
/** The report path may lag this much behind the command path before samples must be taken for lost. */
const LATE_MS = 300;
/** pigpiod that skips through a full sample buffer leaves steps of 80 ms. */
const SKIP_MICROS = 75_000;

/** One stream of reports, kept alive over reconnections. */
export class ReportSubscription {
	readonly #options: ReportOptions;
	readonly #onClosed: () => void;
	#bits: number;
	#events: number;
	#link: ReportLink | undefined;
	#socket: ReportSocket | undefined;
	/** Counts up at each opening and at each end, so that an opening knows whether it is still wanted. */
	#openings = 0;
	#probe: EventProbe | undefined;
	#sequence = new SequenceCheck();
	/** Reports that came before the levels at the beginning were known. */
	#early: Uint8Array[] | undefined;
	#newestTick = 0;
	/** Where reports began to skip while the probe was unanswered. */
	#skipFrom: number | undefined;

	constructor(options: ReportOptions, onClosed: () => void) {
		this.#options = options;
		this.#onClosed = onClosed;
		this.#bits = options.bits;
		this.#events = options.events ?? 0;
	}

	/** Its notification handle in the daemon, while there is a connection. */
	get handle(): number | undefined {
		return this.#socket?.handle;
	}

	/** Opens the stream on a new connection. Called by the connection only. */
	async open(link: ReportLink): Promise<void> {
		this.#sequence = new SequenceCheck();
		this.#early = [];
		this.#skipFrom = undefined;
		const opening = ++this.#openings;
		const socket = await ReportSocket.open(link.destination, link.timeoutMs, this.#receive);
		// It was closed, or the connection was lost, meanwhile: nobody else would close this socket.
		const isUnwanted = () => opening !== this.#openings;
		if (isUnwanted()) {
			socket.close();
			return;
		}
		this.#socket = socket;
		let now: Levels;
		for (;;) {
			const [bits, events] = [this.#bits, this.#events];
			now = await this.#begin(link, socket.handle);
			if (isUnwanted()) return;
			if (bits === this.#bits && events === this.#events) break;
		}
		this.#link = link;
		socket.ended.then((reason) => {
			if (this.#socket === socket) link.broken(reason);
		});
		this.#probe = this.#makeProbe(link);
		this.#newestTick = now.tick;
		this.#options.onBegin({ epoch: link.epoch, continues: link.continues, ...now });
		this.#releaseEarly();
		this.#probe.start();
	}

	/**
	 * Watches other GPIOs and events, now and after reconnections. Resolves with the lines at the moment when the daemon
	 * began to; undefined while there is no connection.
	 * @throws what calls throw, unless it is due to the connection, which begins anew with these
	 */
	async change(bits: number, events: number): Promise<Levels | undefined> {
		this.#bits = bits;
		this.#events = events;
		const [link, handle] = [this.#link, this.handle];
		if (link === undefined || handle === undefined) return undefined;
		try {
			return await this.#begin(link, handle);
		} catch (error) {
			if (this.#link !== link || error instanceof ConnectionError) return undefined;
			throw error;
		}
	}

	/** Has the daemon report what is wanted, and reads the lines. */
	async #begin(link: ReportLink, handle: number): Promise<Levels> {
		const [, , now] = await Promise.all([
			link.call("beginNotification", { handle, bits: this.#bits }),
			link.call("setEventMonitor", { handle, bits: (this.#events | (1 << this.#probeEvent)) >>> 0 }),
			link.readLevelAndTick(),
		]);
		return now;
	}

	get #probeEvent(): number {
		return this.#options.probeEvent ?? DEFAULT_PROBE_EVENT;
	}

	/** The connection is gone. Called by the connection only. */
	lose(): void {
		this.#openings++;
		this.#link = undefined;
		const wasOpen = this.#probe !== undefined;
		this.#probe?.stop();
		this.#probe = undefined;
		const socket = this.#socket;
		this.#socket = undefined;
		socket?.close();
		if (wasOpen) this.#options.onEnd();
	}

	/** Ends the stream for good and frees its handle. */
	close(): void {
		this.lose();
		this.#onClosed();
	}

	#makeProbe(link: ReportLink): EventProbe {
		return new EventProbe({
			clock: link.clock,
			intervalMs: this.#options.probeIntervalMs ?? 1000,
			stallMs: STALL_MS,
			lateMs: LATE_MS,
			trigger: () => link.triggerEvent(this.#probeEvent),
			onAnswer: (answer) => {
				link.onStall(undefined);
				this.#options.onProbe?.(answer);
			},
			onStall: (cause) => link.onStall(cause),
			onProblem: (error) => link.problem(error),
		});
	}

	readonly #receive: ReportSink = (view, offset, count) => {
		if (this.#early === undefined) {
			this.#sequence.pass(view, offset, count, this.#handOn, (missing) =>
				this.#options.onLoss({
					cause: "reportsLost",
					lost: missing.lost,
					fromTick: missing.afterTick ?? missing.beforeTick,
					toTick: missing.beforeTick,
				}),
			);
			return;
		}
		const at = view.byteOffset + offset;
		this.#early.push(new Uint8Array(view.buffer.slice(at, at + count * REPORT_BYTES) as ArrayBuffer));
	};

	#releaseEarly(): void {
		const early = this.#early ?? [];
		this.#early = undefined;
		for (const bytes of early) this.#receive(new DataView(bytes.buffer), 0, bytes.length / REPORT_BYTES);
	}

	/** Hands on; while the probe's report is awaited, which is seldom, also looks for it. */
	readonly #handOn: ReportSink = (view, offset, count) => {
		const probe = this.#probe;
		if (probe?.isOutstanding === true) {
			const { isLate } = probe;
			this.#noteSkip(view, offset, count);
			const eventTick = this.#findProbeEvent(view, offset, count);
			if (eventTick !== undefined) {
				if (isLate) {
					const fromTick = this.#skipFrom ?? this.#newestTick;
					this.#options.onLoss({ cause: "stalled", fromTick, toTick: eventTick });
				}
				this.#skipFrom = undefined;
				probe.reported();
			}
		}
		this.#newestTick = view.getUint32(offset + (count - 1) * REPORT_BYTES + 4, true);
		this.#options.onReports(view, offset, count);
	};

	/** After a stall the daemon first writes what it had, then skips through its sample buffer: loss begins there. */
	#noteSkip(view: DataView, offset: number, count: number): void {
		if (this.#skipFrom !== undefined) return;
		const firstTick = view.getUint32(offset + 4, true);
		if (((firstTick - this.#newestTick) | 0) >= SKIP_MICROS) this.#skipFrom = this.#newestTick;
		else if (count > 1 && this.#hasSkipWithin(view, offset, count)) this.#skipFrom = this.#newestTick;
	}

	#hasSkipWithin(view: DataView, offset: number, count: number): boolean {
		let previous = view.getUint32(offset + 4, true);
		for (let at = offset + REPORT_BYTES + 4, i = 1; i < count; i++, at += REPORT_BYTES) {
			const tick = view.getUint32(at, true);
			if (((tick - previous) | 0) >= SKIP_MICROS) return true;
			previous = tick;
		}
		return false;
	}

	#findProbeEvent(view: DataView, offset: number, count: number): number | undefined {
		const event = this.#probeEvent;
		for (let i = 0, at = offset; i < count; i++, at += REPORT_BYTES) {
			const flags = view.getUint16(at + 2, true);
			if (flags !== 0 && reportKind(flags) === "event" && reportDetail(flags) === event) {
				return view.getUint32(at + 4, true);
			}
		}
		return undefined;
	}
}
