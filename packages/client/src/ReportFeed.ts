import { REPORT_BYTES, type ReportSink, reportDetail, reportKind } from "@gpioscope/protocol";
import { runApart } from "./Listeners.ts";
import type { Feed, FeedOptions, Levels } from "./PiTransport.ts";
import { DEFAULT_PROBE_EVENT, type ReportOptions, type ReportSubscription } from "./ReportSubscription.ts";

/** Changes handed on at once; longer runs are cut, so that two arrays serve for ever. */
const CHANGES_AT_ONCE = 4096;

/** A stream of reports as ticks and level words, with watchdogs and events told apart. */
export class ReportFeed implements Feed {
	readonly #options: FeedOptions;
	readonly #subscription: ReportSubscription;
	readonly #ticks = new Uint32Array(CHANGES_AT_ONCE);
	readonly #levels = new Uint32Array(CHANGES_AT_ONCE);
	#count = 0;
	#events: number;
	#isClosed = false;

	constructor(options: FeedOptions, open: (reports: ReportOptions) => ReportSubscription) {
		this.#options = options;
		this.#events = options.events ?? 0;
		this.#subscription = open({
			bits: options.bits,
			events: this.#events,
			probeEvent: DEFAULT_PROBE_EVENT,
			onBegin: (begin) => this.#tell(() => options.onBegin(begin)),
			onReports: this.#receive,
			onLoss: (loss) => this.#tell(() => options.onLoss(loss)),
			onEnd: () => this.#tell(() => options.onEnd()),
		});
	}

	change(bits: number, events: number): Promise<Levels | undefined> {
		this.#events = events;
		return this.#subscription.change(bits, events);
	}

	close(): void {
		this.#isClosed = true;
		this.#subscription.close();
	}

	readonly #receive: ReportSink = (view, offset, count) => {
		const end = offset + count * REPORT_BYTES;
		for (let at = offset; at < end; at += REPORT_BYTES) {
			const flags = view.getUint16(at + 2, true);
			if (flags !== 0) {
				this.#handOn();
				this.#tellFlagged(flags, view.getUint32(at + 4, true));
				continue;
			}
			if (this.#count === CHANGES_AT_ONCE) this.#handOn();
			this.#ticks[this.#count] = view.getUint32(at + 4, true);
			this.#levels[this.#count++] = view.getUint32(at + 8, true);
		}
		this.#handOn();
	};

	#handOn(): void {
		if (this.#count === 0) return;
		const count = this.#count;
		this.#count = 0;
		this.#tell(() => this.#options.onChanges(this.#ticks, this.#levels, count));
	}

	#tellFlagged(flags: number, tick: number): void {
		const detail = reportDetail(flags);
		const kind = reportKind(flags);
		if (kind === "watchdog") this.#tell(() => this.#options.onWatchdog(detail, tick));
		if (kind !== "event" || detail === DEFAULT_PROBE_EVENT) return;
		if (((this.#events >>> detail) & 1) === 1) this.#tell(() => this.#options.onEvent(detail, tick));
	}

	/** The owner hears nothing more once it has closed the feed, not even the rest of a chunk. */
	#tell(say: () => void): void {
		if (!this.#isClosed) runApart(say);
	}
}
