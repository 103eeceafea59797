import type { ReportSink } from "../signals/ReportSink.ts";
import type { Outlet } from "./Outlet.ts";

const REPORT_WORDS = 3;
/** Words of one buffer: several thousand reports. */
const BUFFER_WORDS = 12_288;
/** Buffers that have been sent and are kept for reuse. */
const SPARE_BUFFERS = 4;
/**
 * What may wait for a reader before the alert thread stands still. A real daemon stands still when the socket
 * buffers of the machine are full, which are some megabytes as well.
 */
const FULL_BYTES = 16 * 1024 * 1024;

/** Gathers the reports for one connection in large buffers and sends them with one write each. */
export class ReportBuffer implements ReportSink {
	position = 0;
	readonly #outlet: Outlet;
	readonly #spare: Uint32Array[] = [];
	#words: Uint32Array | undefined;

	constructor(outlet: Outlet) {
		this.#outlet = outlet;
	}

	get isFull(): boolean {
		return this.#outlet.waiting > FULL_BYTES;
	}

	reserve(reports: number): Uint32Array {
		const words = this.#words;
		if (words !== undefined && this.position + reports * REPORT_WORDS <= words.length) return words;
		this.flush();
		this.position = 0;
		const fresh = this.#spare.pop() ?? new Uint32Array(BUFFER_WORDS);
		this.#words = fresh;
		return fresh;
	}

	/** Sends what has been gathered. */
	flush(): void {
		const words = this.#words;
		if (words === undefined || this.position === 0) return;
		const bytes = new Uint8Array(words.buffer, 0, this.position * 4);
		this.#words = undefined;
		this.position = 0;
		this.#outlet.write(bytes, () => {
			if (this.#spare.length < SPARE_BUFFERS) this.#spare.push(words);
		});
	}
}
