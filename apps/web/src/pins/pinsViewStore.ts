import type { CodeLanguage } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { persist } from "zustand/middleware";
import { useShallow } from "zustand/react/shallow";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../stores/followStorage.ts";
import { keepPerPi } from "../stores/keepPerPi.ts";
import type { DriveTab } from "./model/drives.ts";
import type { Numbering } from "./model/pinRow.ts";

/** How the view lays out the pins. */
export type PinsLayout = "header" | "gpio" | "banks";

/** Languages in which a command is short enough for a list. */
export type LineLanguage = Extract<CodeLanguage, "pigs" | "python" | "c">;

interface PinsViewState {
	readonly layout: PinsLayout;
	readonly numbering: Numbering;
	/** How far the board is turned on the desk, in quarters clockwise, 0 to 3. */
	readonly quarterTurns: number;
	/** The list has the GPIOs that the board uses itself, too. */
	readonly showsInner: boolean;
	/** What is typed into the find field. */
	readonly query: string;
	/** Tab picked for a GPIO; without one it follows what drives the pin. */
	readonly driveTabs: Readonly<Record<number, DriveTab>>;
	/** GPIOs whose servo may move beyond the safe limits. */
	readonly wideServos: Readonly<Record<number, true>>;
	/** The language of the last changes. */
	readonly language: LineLanguage;
}

/** What the person chose about the Pins view; kept in the browser, per Pi. */
export const pinsViewStore = createStore<PinsViewState>()(
	persist(
		(): PinsViewState => ({
			layout: "header",
			numbering: "gpio",
			quarterTurns: 0,
			showsInner: false,
			query: "",
			driveTabs: {},
			wideServos: {},
			language: "pigs",
		}),
		{
			name: "gpioscope.pins",
			version: 1,
			skipHydration: true,
			partialize: ({ query: _query, driveTabs: _tabs, ...kept }) => kept,
		},
	),
);
keepPerPi(pinsViewStore);
// How the board lies, and which servo may move far, is so in every tab.
followStorage(pinsViewStore, ["quarterTurns", "wideServos"]);

/** A part of what the person chose. */
export function usePinsView<T>(select: (state: PinsViewState) => T): T {
	return useStore(pinsViewStore, useShallow(select));
}

/** Turns the board by a quarter, clockwise. */
export function rotateBoard(): void {
	pinsViewStore.setState(({ quarterTurns }) => ({ quarterTurns: (quarterTurns + 1) % 4 }));
}

/** Shows a tab of the Drive section for a GPIO. */
export function pickDriveTab(gpio: number, tab: DriveTab): void {
	pinsViewStore.setState(({ driveTabs }) => ({ driveTabs: { ...driveTabs, [gpio]: tab } }));
}

/** Lets a servo move from 500 to 2500 µs instead of 1000 to 2000. */
export function widenServo(gpio: number): void {
	pinsViewStore.setState(({ wideServos }) => ({ wideServos: { ...wideServos, [gpio]: true } }));
}

/** Keeps a servo within 1000 to 2000 µs again. */
export function narrowServo(gpio: number): void {
	pinsViewStore.setState(({ wideServos }) => {
		const { [gpio]: _wide, ...others } = wideServos;
		return { wideServos: others };
	});
}
