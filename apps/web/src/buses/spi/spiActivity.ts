import { createStore } from "zustand/vanilla";
import { onLost } from "../holdings.ts";
import type { LineWindow } from "../lineWindow.ts";
import type { SpiExchangeCall } from "./spiCalls.ts";
import type { SpiSetup } from "./spiSettings.ts";

/** What pigpiod keeps open for this page. */
export interface OpenSpi {
	/** The handle; of bit-banged SPI the GPIO of the select. */
	readonly id: number;
	/** As it was opened. */
	readonly setup: SpiSetup;
}

/** Bytes that went over the lines. */
export interface SpiExchange {
	readonly place: number;
	readonly call: SpiExchangeCall;
	/** Undefined where only zeros were sent. */
	readonly sent: Uint8Array | undefined;
	/** Undefined where nothing was taken in. */
	readonly received: Uint8Array | undefined;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Milliseconds from the command to its answer. */
	readonly took: number;
	/** Where it is in the trace. */
	readonly window: LineWindow;
}

interface SpiActivity {
	readonly open: OpenSpi | undefined;
	/** A command is on its way. */
	readonly isBusy: boolean;
	readonly isRepeating: boolean;
	/** What failed last. */
	readonly error: unknown;
	/** Newest first. */
	readonly exchanges: readonly SpiExchange[];
	/** The exchange that is looked at; undefined is the newest. */
	readonly chosen: number | undefined;
}

const KEPT = 100;

/** What this page does over SPI right now. */
export const spiActivity = createStore<SpiActivity>()(() => ({
	open: undefined,
	isBusy: false,
	isRepeating: false,
	error: undefined,
	exchanges: [],
	chosen: undefined,
}));

/** Adds an exchange, which is then the one that is looked at. */
export function addExchange(exchange: Omit<SpiExchange, "place">): void {
	spiActivity.setState(({ exchanges }) => ({
		exchanges: [{ ...exchange, place: (exchanges[0]?.place ?? 0) + 1 }, ...exchanges.slice(0, KEPT - 1)],
		chosen: undefined,
	}));
}

onLost(
	() => {
		const { open } = spiActivity.getState();
		return open && { kind: open.setup.of === "bitBang" ? "bitBangSpi" : "spi", id: open.id };
	},
	() => spiActivity.setState({ open: undefined, isRepeating: false }),
);
