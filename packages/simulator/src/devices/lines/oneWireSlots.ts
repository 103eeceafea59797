import type { Level } from "../Device.ts";

/** What a 1-Wire chip does with the next slot of the master: takes its bit, or gives one, made when the slot begins. */
export type Slot = "take" | (() => Level);

/** A chip's side of a conversation: yields what it does with each slot and gets the bit the slot carried. */
export type Dialogue<T = void> = Generator<Slot, T, Level>;

/** Takes bits, least significant first. */
export function* takeByte(): Dialogue<number> {
	let byte = 0;
	for (let bit = 0; bit < 8; bit++) byte |= (yield "take") << bit;
	return byte;
}

/** Gives bytes, least significant bit first. */
export function* giveBytes(bytes: Iterable<number>): Dialogue {
	for (const byte of bytes) {
		for (let bit = 0; bit < 8; bit++) yield () => ((byte >> bit) & 1 ? 1 : 0);
	}
}
