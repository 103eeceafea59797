import type { Clock } from "./clock.ts";
import { clockJumped, type Destination } from "./connectionCauses.ts";
import type { StallCause } from "./EventProbe.ts";
import { ConnectionError } from "./errors.ts";
import type { Link } from "./Link.ts";
import { type ReportLink, type ReportOptions, ReportSubscription } from "./ReportSubscription.ts";
import type { TickClock } from "./TickClock.ts";
import { TickGuard } from "./TickGuard.ts";

/** What streams of reports need of the client they belong to. */
export interface StreamHost {
	readonly destination: Destination;
	readonly timeoutMs: number;
	readonly clock: Clock;
	readonly tickClock: TickClock;
	/** Something has stopped, or with undefined: all flows again. */
	onStall(cause: StallCause | undefined): void;
	/** The connection must be made anew; when the daemon's clock jumped, nothing of before holds. */
	onBroken(link: Link, reason: unknown, clockJumped: boolean): void;
	onProblem(link: Link, error: unknown): void;
}

/** All streams of reports of a client, over one connection after another. */
export class ReportStreams {
	readonly #host: StreamHost;
	readonly #subscriptions = new Set<ReportSubscription>();
	#link: Link | undefined;
	#epoch = 0;

	constructor(host: StreamHost) {
		this.#host = host;
	}

	/** Begins one, now or as soon as there is a connection. */
	open(options: ReportOptions): ReportSubscription {
		const subscription = new ReportSubscription(options, () => this.#subscriptions.delete(subscription));
		this.#subscriptions.add(subscription);
		const link = this.#link;
		if (link !== undefined) {
			subscription.open(this.#linkFor(link, false)).catch((error: unknown) => {
				this.#host.onProblem(link, error);
				this.#host.onBroken(link, error, false);
			});
		}
		return subscription;
	}

	/** Opens all on a new connection. @throws what opening one throws */
	async begin(link: Link, epoch: number, continues: boolean): Promise<void> {
		this.#epoch = epoch;
		for (const subscription of this.#subscriptions) {
			await subscription.open(this.#linkFor(link, continues));
		}
		this.#link = link;
	}

	/** The connection is gone. */
	lose(): void {
		this.#link = undefined;
		for (const subscription of this.#subscriptions) subscription.lose();
	}

	/** Ends all for good. */
	close(): void {
		for (const subscription of [...this.#subscriptions]) subscription.close();
	}

	#linkFor(link: Link, continues: boolean): ReportLink {
		const { destination, timeoutMs, clock, tickClock, onStall, onBroken, onProblem } = this.#host;
		const guard = new TickGuard();
		return {
			destination,
			timeoutMs,
			clock,
			epoch: this.#epoch,
			continues,
			tickClock,
			call: (name, args) => link.call(name, args),
			readLevelAndTick: async () => {
				// BR1 first: reports up to the tick then only correct the level.
				const [level, tick] = await Promise.all([link.call("readBank1", {}), link.readTick(tickClock)]);
				return { level, tick };
			},
			triggerEvent: async (event) => {
				const [, tick] = await Promise.all([link.call("triggerEvent", { event }), link.readTick(tickClock)]);
				if (guard.accepts(tick, clock.now())) return;
				onBroken(link, new ConnectionError(clockJumped(destination)), true);
			},
			onStall,
			broken: (reason) => onBroken(link, reason, false),
			problem: (error) => onProblem(link, error),
		};
	}
}
