import {
	type ClientMessage,
	messageErrors,
	parseClientMessage,
	type Role,
	type ServerMessage,
} from "@gpioscope/protocol";
import type { ControlChannel } from "@gpioscope/simulator";
import { failureOf, Refusal } from "../access/Refusal.ts";
import type { TargetList } from "../targets/TargetList.ts";
import { BenchSeat } from "./BenchSeat.ts";
import type { Desk } from "./Desk.ts";
import { messageHandlers } from "./messageHandlers.ts";
import { Outbox, type Wire } from "./Outbox.ts";

/** Operations of one page that may wait for their answers at once. */
const MOST_WAITING = 256;

export interface SessionOptions {
	readonly id: string;
	readonly role: Role;
	readonly wire: Wire;
	readonly targets: TargetList;
	readonly desks: ReadonlyMap<string, Desk>;
	/** The benches of those targets that are simulated here. */
	readonly benches: ReadonlyMap<string, ControlChannel>;
	/** It watches another target now, or none any more. */
	onWatch(): void;
	onFault(error: unknown): void;
}

/** One viewer: understands its messages, answers each, and sends it what it watches. */
export class Session {
	readonly id: string;
	readonly role: Role;
	readonly targets: TargetList;
	readonly desks: ReadonlyMap<string, Desk>;
	readonly #benches: ReadonlyMap<string, ControlChannel>;
	readonly #seats = new Map<string, BenchSeat>();
	readonly #outbox: Outbox;
	readonly #onWatch: () => void;
	readonly #onFault: (error: unknown) => void;
	#watched: Desk | undefined;
	/** How many viewers it knows of. */
	#viewers = 0;
	#waiting = 0;

	constructor({ id, role, wire, targets, desks, benches, onWatch, onFault }: SessionOptions) {
		this.id = id;
		this.role = role;
		this.targets = targets;
		this.desks = desks;
		this.#benches = benches;
		this.#outbox = new Outbox(wire);
		this.#onWatch = onWatch;
		this.#onFault = onFault;
	}

	send(message: ServerMessage): void {
		this.#outbox.control(JSON.stringify(message));
	}

	/** Says how many viewers there are, unless it knows. */
	tellViewers(count: number): void {
		if (count === this.#viewers) return;
		this.#viewers = count;
		this.send({ op: "viewers", count });
	}

	/** The desk of the target whose blocks it gets. */
	get watched(): Desk | undefined {
		return this.#watched;
	}

	/** True while it gets the blocks of that target. */
	watches(desk: Desk): boolean {
		return this.#watched === desk;
	}

	/** Sends blocks from that number on, what the pins are now, what is held, and what triggers have kept. */
	watch(desk: Desk, from: number): void {
		this.#watched = desk;
		this.send({ op: "pins", target: desk.target.id, pins: desk.target.pins.list() });
		this.send({ op: "holdings", target: desk.target.id, holdings: desk.holdings() });
		this.send(desk.triggers.triggers);
		this.send(desk.triggers.segments);
		this.#outbox.start(desk.target.ring, from);
		this.#onWatch();
	}

	unwatch(desk: Desk): void {
		if (this.#watched !== desk) return;
		this.#watched = undefined;
		this.#outbox.stop();
		this.#onWatch();
	}

	/** Its place at the bench of a target. @throws Refusal when that is a real Pi */
	seatAt(target: string): BenchSeat {
		const known = this.#seats.get(target);
		if (known !== undefined) return known;
		const bench = this.#benches.get(target);
		if (bench === undefined) {
			throw new Refusal("noBench", "Only the simulated Pi that gpioscope runs itself has a virtual bench.");
		}
		const seat = new BenchSeat(bench, this.role, (event) => this.send({ op: "benchEvent", target, event }));
		this.#seats.set(target, seat);
		return seat;
	}

	/** The viewer is gone. */
	close(): void {
		for (const seat of this.#seats.values()) seat.leave();
		this.#seats.clear();
	}

	/** A new block is in the ring. */
	blockReady(): void {
		this.#outbox.pump();
	}

	/** A text frame arrived. Never throws; each one that asks something is answered. */
	async receive(text: string): Promise<void> {
		const parsed = parseClientMessage(text);
		if (!parsed.ok) {
			const { code } = parsed.misread;
			this.send({ op: "error", ...parsed.misread, remedy: messageErrors[code] });
			return;
		}
		const { message } = parsed;
		if (this.#waiting >= MOST_WAITING) {
			const { tooManyRequests: remedy } = messageErrors;
			const what = `${MOST_WAITING} operations wait for answers already.`;
			this.send({ op: "error", id: message.id, code: "tooManyRequests", message: what, remedy });
			return;
		}
		this.#waiting++;
		try {
			const result = await handle(this, message);
			this.send({ op: "result", id: message.id, ...(result === undefined ? {} : { result }) });
		} catch (error) {
			this.send({ op: "error", id: message.id, ...failureOf(error, this.#onFault) });
		} finally {
			this.#waiting--;
		}
	}

	/** A frame arrived that is not text. */
	refuseBinary(): void {
		const message = "Binary frames are not understood.";
		this.send({ op: "error", code: "malformed", message, remedy: messageErrors.malformed });
	}
}

function handle(session: Session, message: ClientMessage): unknown {
	const handler = messageHandlers[message.op] as (session: Session, message: ClientMessage) => unknown;
	return handler(session, message);
}
