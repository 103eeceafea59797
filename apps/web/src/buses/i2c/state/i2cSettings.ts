import { type ScanMethod, scanMethods } from "@gpioscope/logic";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { keepPerPi } from "../../../stores/keepPerPi.ts";
import { bitBangBaud, type I2cBus } from "../model/i2cBus.ts";

/** What the middle shows of a device. */
export const deviceTabs = ["registers", "bytes", "compare"] as const;
export type DeviceTab = (typeof deviceTabs)[number];

interface I2cSettings {
	readonly bus: I2cBus;
	/** The lines last chosen for bit-banging; offered when it is chosen anew. */
	readonly bitBang: { readonly sda: number; readonly scl: number; readonly baud: number };
	readonly method: ScanMethod;
	readonly tab: DeviceTab;
	/** Devices that are not known are read in blocks of 32 instead of byte by byte. */
	readonly readsBlocks: boolean;
}

/** What the person chose for I²C; kept in the browser, per Pi. */
export const i2cSettings = createStore<I2cSettings>()(
	persist(
		(): I2cSettings => ({
			bus: { kind: "controller", number: 1 },
			bitBang: { sda: 23, scl: 24, baud: bitBangBaud.usual },
			method: "auto",
			tab: "registers",
			readsBlocks: false,
		}),
		{
			name: "gpioscope.i2c",
			version: 1,
			skipHydration: true,
			merge: (stored, current) => {
				const kept = { ...current, ...(stored as Partial<I2cSettings> | undefined) };
				return {
					...kept,
					method: scanMethods.includes(kept.method) ? kept.method : current.method,
					tab: deviceTabs.includes(kept.tab) ? kept.tab : current.tab,
				};
			},
		},
	),
);
keepPerPi(i2cSettings);
