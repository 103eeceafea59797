import { type DeviceGuess, type DeviceKind, deviceKind, unknownDevice } from "@gpioscope/logic";
import type { Invocation } from "@gpioscope/protocol";
import { createStore } from "zustand/vanilla";
import { bridge } from "../../../bridge/index.ts";
import { connectionStore } from "../../../stores/connectionStore.ts";
import type { LineWindow } from "../../lineWindow.ts";
import { busKey, deviceKey, type I2cBus } from "../model/i2cBus.ts";
import type { DeviceReading } from "../model/reading.ts";
import { draft, type StepDraft } from "../model/stepDrafts.ts";

/** What a scan found of a bus. Addresses have 7 bits. */
export interface Scan {
	readonly found: readonly number[];
	/** Those that a driver of Linux holds. */
	readonly busy: readonly number[];
	/** How many addresses have been asked, in their order. */
	readonly asked: number;
	/** When it began, milliseconds since 1970. */
	readonly at: number;
}

/** A device that this page has opened in the daemon. */
export interface OpenDevice {
	readonly handle: number;
	readonly at: number;
}

/** Two GPIOs that this page has pigpiod move. */
export interface OpenPort {
	readonly sda: number;
	/** Bits a second. */
	readonly baud: number;
}

/** What came of the last transaction. */
export interface TransactionResult {
	readonly bytes: Uint8Array;
	/** The register that was written before they were read, where it was just one. */
	readonly register: number | undefined;
	readonly address: number;
	readonly milliseconds: number;
	/** Where it is in the trace; undefined where the lines of the bus are not known. */
	readonly window: LineWindow | undefined;
}

/** Something this page did on a bus, for the list of what was done last. */
export interface Deed {
	readonly id: number;
	readonly at: number;
	readonly text: string;
	readonly result: string;
	readonly failed: boolean;
	/** What it sent, in its order. */
	readonly calls: readonly Invocation[];
}

/** Why the last thing did not work. */
export interface Problem {
	readonly error: unknown;
	/** What to do about it on this bus. */
	readonly remedy: string | undefined;
}

interface I2cState {
	readonly scans: Readonly<Record<string, Scan>>;
	/** By device; what a person chose wins over what was guessed. */
	readonly guesses: Readonly<Record<string, DeviceGuess>>;
	readonly chosenKinds: Readonly<Record<string, string>>;
	readonly handles: Readonly<Record<string, OpenDevice>>;
	/** Bit-banged buses that are open, by bus. */
	readonly ports: Readonly<Record<string, OpenPort>>;
	/** The address whose device is on view, by bus. */
	readonly selected: Readonly<Record<string, number>>;
	readonly readings: Readonly<Record<string, DeviceReading>>;
	/** Readings kept to compare with. */
	readonly kept: Readonly<Record<string, DeviceReading>>;
	/** What is under way; one thing at a time. */
	readonly running: string | undefined;
	readonly problem: Problem | undefined;
	/** Newest first. */
	readonly deeds: readonly Deed[];
	/** The deed whose code is on view; undefined for that of the transaction as it stands. */
	readonly deedOnView: number | undefined;
	readonly drafts: readonly StepDraft[];
	readonly result: TransactionResult | undefined;
}

const nothingOpen = { handles: {}, ports: {} } as const;

/** What this page knows of the I²C buses, and what it is doing there. */
export const i2cStore = createStore<I2cState>()(() => ({
	...nothingOpen,
	scans: {},
	guesses: {},
	chosenKinds: {},
	selected: {},
	readings: {},
	kept: {},
	running: undefined,
	problem: undefined,
	deeds: [],
	deedOnView: undefined,
	drafts: [draft("write", "00"), draft("read", "1"), draft("stop")],
	result: undefined,
}));

// Handles belong to a session of the bridge and to a run of the daemon: the bridge closes what a session leaves.
connectionStore.subscribe((state, before) => {
	const epochOf = ({ target }: typeof state): number | undefined => {
		const kind = target?.state.kind;
		return kind === "live" || kind === "stale" ? target?.state.epoch : undefined;
	};
	const hasRestarted =
		epochOf(state) !== undefined && epochOf(before) !== undefined && epochOf(state) !== epochOf(before);
	const isOther = state.target?.id !== before.target?.id;
	if (state.sessionId !== before.sessionId || hasRestarted || isOther) i2cStore.setState(nothingOpen);
});

// What release all, or anybody else, has closed is not open here any more.
bridge.onMessage((message) => {
	if (message.op !== "holdings") return;
	const { sessionId, target } = connectionStore.getState();
	if (message.target !== target?.id) return;
	const isHeld = (kind: string, id: number): boolean =>
		message.holdings.some((each) => each.kind === kind && each.id === id && each.session === sessionId);
	const { handles, ports } = i2cStore.getState();
	const openHandles = Object.entries(handles).filter(([, { handle }]) => isHeld("i2c", handle));
	const openPorts = Object.entries(ports).filter(([, { sda }]) => isHeld("bitBangI2c", sda));
	if (openHandles.length !== Object.keys(handles).length)
		i2cStore.setState({ handles: Object.fromEntries(openHandles) });
	if (openPorts.length !== Object.keys(ports).length)
		i2cStore.setState({ ports: Object.fromEntries(openPorts) });
});

/** The kind of device that answers at an address: chosen, guessed, or not known. */
export function kindAt(state: I2cState, bus: I2cBus, address: number): DeviceKind {
	const key = deviceKey(bus, address);
	const chosen = state.chosenKinds[key];
	return chosen === undefined ? (state.guesses[key]?.kind ?? unknownDevice) : deviceKind(chosen);
}

/** Shows the device of an address. */
export function selectAddress(bus: I2cBus, address: number): void {
	i2cStore.setState(({ selected }) => ({
		selected: { ...selected, [busKey(bus)]: address },
		problem: undefined,
	}));
}

/** Takes the device at an address for one of a kind, as a person says. */
export function chooseKind(bus: I2cBus, address: number, kind: string): void {
	const key = deviceKey(bus, address);
	const isOther = kindAt(i2cStore.getState(), bus, address).id !== kind;
	setOfDevice("chosenKinds", key, kind);
	if (!isOther) return;
	// What was read was read in the other's way.
	setOfDevice("readings", key, undefined);
	setOfDevice("kept", key, undefined);
}

/** Changes the transaction; its code comes on view. */
export function changeDrafts(change: (drafts: readonly StepDraft[]) => readonly StepDraft[]): void {
	i2cStore.setState(({ drafts }) => ({ drafts: change(drafts), deedOnView: undefined }));
}

/** Whether a device may be read as what it is taken for: not where that is a guess which another one could suffer from. */
export function isSureOf(state: I2cState, bus: I2cBus, address: number): boolean {
	return (
		kindAt(state, bus, address).risk === undefined || state.chosenKinds[deviceKey(bus, address)] !== undefined
	);
}

/** Changes what is known of one device. */
export function setOfDevice<K extends "guesses" | "chosenKinds" | "handles" | "readings" | "kept">(
	part: K,
	key: string,
	value: I2cState[K][string] | undefined,
): void {
	i2cStore.setState((state) => {
		const { [key]: _gone, ...others } = state[part];
		return { [part]: value === undefined ? others : { ...others, [key]: value } } as Partial<I2cState>;
	});
}
