import {
	type Clock,
	ConnectionError,
	connect,
	DEFAULT_PROBE_EVENT,
	type Destination,
	type PiStatus,
	type ReportSubscription,
	type TcpPi,
} from "@gpioscope/client";
import { chipGpios } from "@gpioscope/logic";
import type { BlockAnchor, ServerMessageOf, TargetFacts, TargetState } from "@gpioscope/protocol";
import { BlockPacer } from "./BlockPacer.ts";
import { BlockRing } from "./BlockRing.ts";
import { Diagnosis } from "./Diagnosis.ts";
import { hundredths } from "./hundredths.ts";
import { Ingest } from "./Ingest.ts";
import { PinWatch } from "./PinWatch.ts";
import { RateMeter } from "./RateMeter.ts";
import { findSamplePeriod } from "./samplePeriod.ts";
import type { TargetListener, TargetOptions } from "./TargetOptions.ts";
import { stateOf } from "./targetState.ts";
import { WallClock } from "./WallClock.ts";
import { WaveDesk } from "./WaveDesk.ts";

const ANCHOR_MS = 1000;
const POLL_MS = 1000;
const PROBE_MS = 250;
/** Silence is certain this long after; reports on their way must have arrived. */
const QUIET_MARGIN_MS = 20;
const MOST_MARGIN_MS = 500;

/** One pigpiod: its client, the blocks made of its reports, and what is known of its pins. */
export class Target {
	readonly id: string;
	readonly destination: Destination;
	/** What a name that people give it is kept under. */
	readonly nameKey: string;
	/** The bridge was started with it. */
	readonly isFixed: boolean;
	readonly pi: TcpPi;
	readonly ring = new BlockRing();
	readonly pins: PinWatch;
	readonly waves: WaveDesk;
	readonly #options: TargetOptions;
	readonly #clock: Clock;
	readonly #ingest: Ingest;
	readonly #pacer: BlockPacer;
	readonly #reports: ReportSubscription;
	readonly #listeners = new Set<Partial<TargetListener>>();
	readonly #diagnosis: Diagnosis;
	readonly #meter: RateMeter;
	#cancelPoll: () => void = () => {};
	readonly #wallClock = new WallClock();
	#isPolling = false;
	#anchorMs = Number.NEGATIVE_INFINITY;
	#samplePeriod: number | undefined;
	#probeMs: number | undefined;
	#roundTripMs: number | undefined;
	/** Some report has come since the connection was made. */
	#hasReported = false;
	#slowestProbeMs = 0;
	#name: string;
	#warning: string | undefined;
	/** Why the last attempt failed: it holds while the next one is under way, so that pages do not blink. */
	#failure: TargetState | undefined;

	constructor(options: TargetOptions) {
		this.#options = options;
		this.id = options.id;
		this.destination = options.destination;
		this.nameKey = options.nameKey;
		this.isFixed = options.fixed;
		this.#name = options.name;
		this.#diagnosis = new Diagnosis(options.destination, () => this.#tellFacts());
		this.#clock = options.clock;
		this.#meter = new RateMeter(this.#clock.now());
		this.pi = connect({
			...options.destination,
			clock: options.clock,
			onProblem: options.onProblem,
			...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
		});
		this.waves = new WaveDesk(this.pi, () => this.#clock.now());
		this.pins = new PinWatch(
			this.pi,
			(wave) => this.waves.maskOf(wave),
			(pins) => this.#tell((listener) => listener.pins?.(pins)),
		);
		this.#ingest = new Ingest({
			target: options.number,
			firstEpoch: options.firstEpoch,
			probeEvent: DEFAULT_PROBE_EVENT,
			onBlock: (block) => {
				this.ring.push(block);
				this.#tell((listener) => listener.block?.(block));
			},
		});
		this.#pacer = new BlockPacer(this.#clock, () => this.#flush());
		this.#reports = this.#openReports();
		this.pi.onStatus((status) => this.#statusChanged(status));
		this.#poll();
	}

	/** What pages know of it. */
	facts(): TargetFacts {
		const { id, destination, simulated, fixed, names } = this.#options;
		return {
			id,
			name: this.#name,
			address: { ...destination },
			simulated,
			...(fixed ? { fixed } : {}),
			...(names === undefined ? {} : { names: { ...names } }),
			...(this.#warning === undefined ? {} : { warning: this.#warning }),
			state: this.#state(this.pi.status),
		};
	}

	/** What people call it. */
	get name(): string {
		return this.#name;
	}

	/** People call it something else from now on. */
	rename(name: string): void {
		this.#name = name;
		this.#tellFacts();
	}

	/** Epoch of the blocks that come now. */
	get epoch(): number {
		return this.#ingest.epoch;
	}

	/** Levels of GPIO 0 to 31 after the newest report. */
	get level(): number {
		return this.#ingest.level;
	}

	/** Notification handle of the bridge's own reports, while there is a connection. */
	get reportHandle(): number | undefined {
		return this.#reports.handle;
	}

	/** True while a warning holds. */
	get isWarned(): boolean {
		return this.#warning !== undefined;
	}

	/** A sentence for people that holds from now on, or nothing any more. */
	warn(sentence: string | undefined): void {
		this.#warning = sentence;
		this.#tellFacts();
	}

	/** Returns a function that ends it. */
	listen(listener: Partial<TargetListener>): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async close(): Promise<void> {
		this.#pacer.stop();
		this.#cancelPoll();
		this.#reports.close();
		await this.pi.close();
	}

	#openReports(): ReportSubscription {
		return this.pi.transport.openReports({
			bits: 0xffff_ffff,
			events: 0xffff_ffff,
			probeIntervalMs: PROBE_MS,
			onBegin: (begin) => {
				if (!begin.continues) {
					this.waves.clear();
					this.#tell((listener) => listener.restarted?.());
				}
				this.#ingest.begin(begin);
				this.#anchorMs = Number.NEGATIVE_INFINITY;
				this.#pacer.start();
			},
			onReports: (view, offset, count) => {
				this.#ingest.reportsArrived(view, offset, count);
				this.#pacer.arrived(this.#ingest.pendingChanges);
			},
			onLoss: (loss) => this.#ingest.loss(loss),
			onEnd: () => {
				this.#pacer.stop();
				this.#ingest.end();
				this.#probeMs = undefined;
				this.#roundTripMs = undefined;
				this.#hasReported = false;
			},
			onProbe: ({ latencyMs }) => {
				this.#probeMs = latencyMs;
				this.#hasReported = true;
				// Decays slowly, so that a network with hiccups is given more time.
				this.#slowestProbeMs = Math.max(latencyMs, this.#slowestProbeMs * 0.95);
			},
		});
	}

	#flush(): void {
		const now = this.#clock.now();
		const marginMs = Math.min(MOST_MARGIN_MS, QUIET_MARGIN_MS + this.#slowestProbeMs);
		const quietTick = this.pi.transport.tickClock.tickAt(now - marginMs);
		const quietUntil = quietTick === undefined ? undefined : this.#ingest.timeOf(quietTick);
		this.#ingest.flush(quietUntil, this.#anchor(now));
	}

	/** About once a second, the same moment by both clocks. */
	#anchor(now: number): BlockAnchor | undefined {
		if (now - this.#anchorMs < ANCHOR_MS) return undefined;
		const tick = this.pi.transport.tickClock.tickAt(now);
		const time = tick === undefined ? undefined : this.#ingest.timeOf(tick);
		if (time === undefined) return undefined;
		this.#anchorMs = now;
		return { time, wall: this.#wallClock.now() };
	}

	#statusChanged(status: PiStatus): void {
		if (status.kind === "live") this.#arrived().catch(this.#noteProblem);
		if (status.kind === "disconnected") {
			this.#samplePeriod = undefined;
			this.#failure = this.#state(status);
			if (!this.#options.simulated) this.#diagnosis.look(status.cause).catch(this.#options.onProblem);
		}
		if (status.kind === "live") this.#failure = undefined;
		this.#tellFacts();
	}

	async #arrived(): Promise<void> {
		this.pins.begin(chipGpios);
		await this.pins.refresh();
		this.#samplePeriod = await findSamplePeriod(this.pi);
		this.#tellFacts();
	}

	#poll(): void {
		this.#cancelPoll = this.#clock.after(POLL_MS, () => {
			this.#poll();
			this.#tell((listener) => listener.statistics?.(this.#statistics()));
			if (this.pi.status.kind !== "live" || this.#isPolling) return;
			this.#timeRoundTrip().catch(this.#noteProblem);
			// Over a slow network a round takes longer than the pause between two.
			this.#isPolling = true;
			const done = () => {
				this.#isPolling = false;
			};
			this.pins.refresh().catch(this.#noteProblem).finally(done);
		});
	}

	async #timeRoundTrip(): Promise<void> {
		const sentMs = this.#clock.now();
		this.#roundTripMs = undefined;
		await this.pi.getTick();
		this.#roundTripMs = this.#clock.now() - sentMs;
	}

	/** A question that fails because the connection broke says nothing new. */
	readonly #noteProblem = (error: unknown) => {
		if (this.pi.status.kind !== "live" || error instanceof ConnectionError) return;
		this.#options.onProblem(error);
	};

	#statistics(): ServerMessageOf<"statistics"> {
		return {
			op: "statistics",
			target: this.id,
			reportsPerSecond: this.#meter.look(this.#ingest.reports, this.#clock.now()),
			lost: this.#ingest.lost,
			...(this.#probeMs === undefined ? {} : { probeMs: hundredths(this.#probeMs) }),
			...(this.#roundTripMs === undefined ? {} : { roundTripMs: hundredths(this.#roundTripMs) }),
			...(this.#samplePeriod === undefined ? {} : { samplePeriod: this.#samplePeriod }),
		};
	}

	#state(status: PiStatus): TargetState {
		return stateOf(status, {
			failure: this.#failure,
			firstEpoch: this.#options.firstEpoch,
			samplePeriod: this.#samplePeriod,
			hasReported: this.#hasReported,
			explain: (told) => this.#diagnosis.explain(told),
		});
	}

	#tellFacts(): void {
		this.#tell((listener) => listener.facts?.(this.facts()));
	}

	#tell(say: (listener: Partial<TargetListener>) => void): void {
		for (const listener of this.#listeners) say(listener);
	}
}
