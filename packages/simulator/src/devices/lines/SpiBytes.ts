import type { Level } from "../Device.ts";
import type { SpiTarget } from "./SpiSlave.ts";

/** What talks on an SPI bus in whole bytes, most significant bit first. */
export interface SpiByteTarget {
	/** Selected. @returns the byte sent while the first one comes in */
	select(): number;
	/** Takes a byte. @returns the one sent meanwhile the next comes in */
	exchange(byte: number): number;
	/** Released; bits of an unfinished byte are lost. */
	release(): void;
}

/** Makes bits of bytes. */
export function spiBytes(target: SpiByteTarget): SpiTarget {
	let incoming = 0;
	let outgoing = 0;
	let bits = 0;
	const give = (): Level => ((outgoing >> (7 - bits)) & 1 ? 1 : 0);
	return {
		select() {
			bits = 0;
			outgoing = target.select();
			return give();
		},
		clock(bit) {
			incoming = ((incoming << 1) | bit) & 0xff;
			bits++;
			if (bits === 8) {
				bits = 0;
				outgoing = target.exchange(incoming);
			}
			return give();
		},
		release: () => target.release(),
	};
}
