import type { ChannelInfo } from "./Format.ts";
import { maskOf } from "./maskOf.ts";

/** Picks the bits of some channels out of a level word and puts them side by side, the first channel lowest. */
export class ChannelBits {
	/** The channels, as they stand in the capture's words. */
	readonly mask: number;
	readonly #tables: readonly Uint32Array[];
	readonly #isPlain: boolean;

	/** @throws FileError when there is no channel. */
	constructor(channels: readonly ChannelInfo[]) {
		this.mask = maskOf(channels) >>> 0;
		this.#isPlain = channels.every(({ channel }, place) => channel === place);
		this.#tables = [0, 8, 16, 24].map((first) => {
			const table = new Uint32Array(256);
			for (const [place, { channel }] of channels.entries()) {
				if (channel < first || channel >= first + 8) continue;
				for (let byte = 0; byte < 256; byte++)
					if ((byte >>> (channel - first)) & 1) table[byte] = (table[byte] ?? 0) | (1 << place);
			}
			return table;
		});
	}

	/** The bits of the channels in a word, as an unsigned word. */
	pick(word: number): number {
		if (this.#isPlain) return (word & this.mask) >>> 0;
		const [a, b, c, d] = this.#tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
		return (
			((a[word & 255] as number) |
				(b[(word >>> 8) & 255] as number) |
				(c[(word >>> 16) & 255] as number) |
				(d[word >>> 24] as number)) >>>
			0
		);
	}
}
