import type { SegmentFacts, ServerMessage } from "@gpioscope/protocol";
import type { BridgeClient } from "./BridgeClient.ts";
import { BridgeError } from "./BridgeError.ts";
import type { CaptureId } from "./CaptureEntry.ts";
import type { WorkerLink } from "./WorkerLink.ts";

/** What comes by itself when the page opens: the newest segments, as long as they are not more bytes than this. */
const BYTES_AT_ONCE = 8 * 1024 * 1024;

/** The id that a segment of the bridge has among the captures of the page. */
export function idOfBridgeSegment(segment: number): CaptureId {
	return `bridge-${segment}`;
}

/**
 * Brings segments that the bridge keeps to the page's shelf: at first those that were kept before the page came, others
 * when they are asked for. One at a time, as the bridge ends the connection of a page for which too much waits.
 */
export class SegmentFetch {
	readonly #bridge: BridgeClient;
	readonly #link: WorkerLink;
	#hasBegun = false;
	#last: Promise<unknown> = Promise.resolve();

	constructor(bridge: BridgeClient, link: WorkerLink) {
		this.#bridge = bridge;
		this.#link = link;
	}

	/** Hears what the bridge says. */
	receive(message: ServerMessage): void {
		if (message.op !== "triggers" || this.#hasBegun) return;
		this.#hasBegun = true;
		let bytes = 0;
		const wanted = message.segments.toReversed().filter((facts) => {
			bytes += facts.bytes;
			return bytes <= BYTES_AT_ONCE;
		});
		for (const facts of wanted.reverse())
			this.fetch(facts).catch((error: unknown) => {
				// It can be gone by then, or the connection; what is still kept is listed.
				if (!(error instanceof BridgeError)) throw error;
			});
	}

	/** Puts a segment on the shelf. Rejects with a BridgeError when the bridge has it no more, or is away. */
	fetch(facts: SegmentFacts): Promise<CaptureId> {
		const fetched = this.#last.then(() => this.#fetch(facts));
		this.#last = fetched.catch(() => undefined);
		return fetched;
	}

	async #fetch({ segment, trigger, hit, hitTime }: SegmentFacts): Promise<CaptureId> {
		const id = idOfBridgeSegment(segment);
		const blocks = await this.#bridge.fetchSegment(segment);
		const source = { kind: "segment", trigger, hit, hitTime, isFromBridge: true } as const;
		this.#link.post({ kind: "putSegment", id, source, blocks });
		return id;
	}
}
