import { noSpiFlags, type SpiFlags, type SpiInterface } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { keepPerPi } from "../../stores/keepPerPi.ts";

/** Where and how bytes go. */
export interface SpiSetup {
	readonly of: SpiInterface;
	/** Number of the select: 0 or 1, on the auxiliary controller up to 2. */
	readonly channel: number;
	/** Bits a second of the chip's controllers, and of bit-banged SPI. */
	readonly baud: number;
	readonly bitBangBaud: number;
	readonly flags: SpiFlags;
	/** GPIOs of bit-banged SPI. */
	readonly cs: number;
	readonly miso: number;
	readonly mosi: number;
	readonly sclk: number;
}

/** What is done with the bytes: sent while as many are received, only sent, or only received while zeros are sent. */
export const spiVerbs = ["transfer", "write", "read"] as const;
export type SpiVerb = (typeof spiVerbs)[number];

/** What the person chose for SPI. */
export interface SpiSettings {
	readonly setup: SpiSetup;
	readonly verb: SpiVerb;
	/** Bytes to send as they were typed; may be wrong. */
	readonly hex: string;
	/** Bytes to read. */
	readonly count: number;
	/** Milliseconds between two rounds of a repetition. */
	readonly everyMillis: number;
}

const initial: SpiSettings = {
	setup: {
		of: "main",
		channel: 0,
		baud: 1_000_000,
		bitBangBaud: 20_000,
		flags: noSpiFlags,
		cs: 26,
		miso: 19,
		mosi: 20,
		sclk: 21,
	},
	verb: "transfer",
	hex: "01 80 00",
	count: 3,
	everyMillis: 1000,
};

/** Kept in the browser, per Pi. */
export const spiSettings = createStore<SpiSettings>()(
	persist(() => initial, {
		name: "gpioscope.spi",
		version: 1,
		skipHydration: true,
		merge: (stored, current) => {
			const kept = (stored ?? {}) as Partial<SpiSettings>;
			const setup = { ...current.setup, ...kept.setup };
			return { ...current, ...kept, setup: { ...setup, flags: { ...noSpiFlags, ...setup.flags } } };
		},
	}),
);
keepPerPi(spiSettings);

/** Changes part of where and how bytes go. */
export function changeSetup(change: Partial<SpiSetup>): void {
	spiSettings.setState(({ setup }) => ({ setup: { ...setup, ...change } }));
}

/** Changes some of the flags. */
export function changeFlags(change: Partial<SpiFlags>): void {
	spiSettings.setState(({ setup }) => ({ setup: { ...setup, flags: { ...setup.flags, ...change } } }));
}
