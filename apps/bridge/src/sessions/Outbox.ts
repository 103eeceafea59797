import { encodeBlock } from "@gpioscope/protocol";
import type { BlockRing } from "../targets/BlockRing.ts";
import type { EncodedBlock } from "../targets/Ingest.ts";

/** The part of a WebSocket that the outbox needs. */
export interface Wire {
	/** Bytes handed over but not yet taken by the network. */
	readonly bufferedAmount: number;
	send(data: string | Uint8Array, done: () => void): void;
	/** Asks the page to leave; it may come back. */
	close(code: number, reason: string): void;
	/** Cuts without a word. */
	terminate(): void;
}

/** All in bytes. */
export interface OutboxLimits {
	/** Blocks are handed to the socket only while less than this waits in it. */
	readonly inFlight: number;
	/** A page that is this far behind loses its oldest blocks, down to half of it. */
	readonly highWater: number;
	/** Control messages are never dropped; more than this of them ends the connection. */
	readonly control: number;
	/** With this much in the socket, whatever it is, the connection is cut. */
	readonly hardStop: number;
}

const MB = 1024 * 1024;
export const defaultOutboxLimits: OutboxLimits = {
	inFlight: 1 * MB,
	highWater: 8 * MB,
	control: 16 * MB,
	hardStop: 64 * MB,
};

/** WebSocket close code "try again later". */
const TRY_AGAIN_LATER = 1013;

/**
 * What goes to one page. Control messages are lossless and bounded. Blocks are not queued here at all: the page has
 * a place in the ring, from which as much is sent as its network takes. A page that falls too far behind is moved
 * forward, and told so by a gap.
 */
export class Outbox {
	readonly #wire: Wire;
	readonly #limits: OutboxLimits;
	#ring: BlockRing | undefined;
	#next = 0;
	/** Until here the page only catches up with what was there when it came; that is not being slow. */
	#replayUntil = 0;
	#controlBytes = 0;
	/** What was dropped since the newest block that was sent; changes lost, where all could be counted. */
	#dropped: { readonly lost: number | undefined } | undefined;
	/** Where the newest block that was sent ends. */
	#sent: { readonly epoch: number; readonly endTime: number } = { epoch: -1, endTime: 0 };

	constructor(wire: Wire, limits: OutboxLimits = defaultOutboxLimits) {
		this.#wire = wire;
		this.#limits = limits;
	}

	/** Sends a control message, or ends the connection when too many wait. */
	control(text: string): void {
		const bytes = Buffer.byteLength(text);
		this.#controlBytes += bytes;
		if (this.#controlBytes > this.#limits.control) {
			this.#wire.close(TRY_AGAIN_LATER, "Too many messages wait for this page.");
			return;
		}
		this.#wire.send(text, () => {
			this.#controlBytes -= bytes;
			this.pump();
		});
		this.#cutIfHopeless();
	}

	/** Blocks from that number on, then live. */
	start(ring: BlockRing, from: number): void {
		this.#ring = ring;
		this.#dropped = undefined;
		this.#next = Math.max(from, ring.first);
		this.#replayUntil = ring.next;
		this.pump();
	}

	/** No more blocks. */
	stop(): void {
		this.#ring = undefined;
	}

	/** Sends blocks as long as the network takes them. Called when there is a new one, and when some are gone. */
	pump(): void {
		const ring = this.#ring;
		if (ring === undefined) return;
		this.#skipIfBehind(ring);
		while (this.#next < ring.next && this.#wire.bufferedAmount < this.#limits.inFlight) {
			const block = ring.get(this.#next);
			if (block === undefined) {
				this.#skipTo(ring, ring.first);
				continue;
			}
			this.#sendGap(block);
			this.#next++;
			this.#sent = block;
			this.#wire.send(block.bytes, this.#pump);
		}
		this.#cutIfHopeless();
	}

	readonly #pump = () => this.pump();

	#skipIfBehind(ring: BlockRing): void {
		if (this.#next < this.#replayUntil) return;
		if (ring.bytesFrom(this.#next) <= this.#limits.highWater) return;
		let to = this.#next;
		while (to < ring.next - 1 && ring.bytesFrom(to) > this.#limits.highWater / 2) to++;
		this.#skipTo(ring, to);
	}

	/** Moves the page's place forward. It is told by a gap once the next block can be sent. */
	#skipTo(ring: BlockRing, to: number): void {
		let lost: number | undefined = this.#dropped === undefined ? 0 : this.#dropped.lost;
		for (let number = this.#next; number < to; number++) {
			const changes = ring.get(number)?.changes;
			lost = lost === undefined || changes === undefined ? undefined : lost + changes;
		}
		this.#dropped = { lost };
		this.#next = to;
	}

	#sendGap(next: EncodedBlock): void {
		if (this.#dropped === undefined) return;
		const from = this.#sent.epoch === next.epoch ? this.#sent.endTime : next.baseTime;
		this.#wire.send(gapBefore(next, from, this.#dropped.lost), this.#pump);
		this.#dropped = undefined;
	}

	#cutIfHopeless(): void {
		if (this.#wire.bufferedAmount > this.#limits.hardStop) this.#wire.terminate();
	}
}

/** A block without changes, numbered as the last one dropped, that says what the page did not get. */
function gapBefore(next: EncodedBlock, from: number, lost: number | undefined): Uint8Array {
	const { target, epoch, baseTime, firstLevel } = next;
	const cause = "viewerSlow" as const;
	return encodeBlock({
		target,
		epoch,
		number: next.number - 1,
		baseTime,
		endTime: baseTime,
		firstLevel,
		known: 0,
		times: new Uint32Array(),
		levels: new Uint32Array(),
		count: 0,
		gaps: [{ from, to: baseTime, cause, ...(lost === undefined ? {} : { lost }) }],
		watchdogs: [],
		events: [],
	});
}
