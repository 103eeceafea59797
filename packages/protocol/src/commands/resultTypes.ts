import { EMPTY, readWord, writeWord } from "../bytes/words.ts";
import type { HandleKind, WordType } from "./paramTypes.ts";

export type ResultKind = "status" | "number" | "word" | "bytes" | "opened" | "scriptStatus" | "bscTransfer";

/** What the fourth word of a response means, and whether bytes follow it. */
export interface ResultType<R> {
	readonly kind: ResultKind;
	readonly text: string;
	/** A positive result is the number of bytes that follow the header. */
	readonly carriesData: boolean;
	/** All 32 bits are the value: a negative result is not an error. */
	readonly unsigned: boolean;
	readonly hex?: boolean;
	readonly unit?: string;
	/** The value is one of this parameter type. */
	readonly type?: WordType;
	/** What was opened, and must be closed. */
	readonly handle?: HandleKind;
	read(result: number, data: Uint8Array): R;
	write(value: R): { readonly result: number; readonly data: Uint8Array };
}

/** What a script can be doing, by the number of its state. */
export const scriptRunStates = ["initialising", "halted", "running", "waiting", "failed"] as const;
export type ScriptRunState = (typeof scriptRunStates)[number];

/** State of a script: 0 initialising, 1 halted, 2 running, 3 waiting, 4 failed; and its ten parameters. */
export interface ScriptStatus {
	readonly state: number;
	readonly params: readonly number[];
}

/** Status word of the BSC peripheral and the bytes it had received. */
export interface BscTransfer {
	readonly status: number;
	readonly data: Uint8Array;
}

const plain = {
	carriesData: false,
	unsigned: false,
	read: (result: number) => result,
	write: (value: number) => ({ result: value | 0, data: EMPTY }),
} as const;

/** 0, or an error. */
export const status: ResultType<number> = { ...plain, kind: "status", text: "Nothing" };

/** A number from 0 up, or an error. */
export function number(text: string, unit?: string): ResultType<number> {
	const result: ResultType<number> = { ...plain, kind: "number", text };
	return unit === undefined ? result : { ...result, unit };
}

/** A value of a parameter type, or an error. */
export function as(type: WordType): ResultType<number> {
	return { ...number(type.text, type.unit), type };
}

/** An unsigned 32-bit number; never an error. */
export function unsigned(text: string, unit?: string): ResultType<number> {
	const result: ResultType<number> = {
		...plain,
		kind: "word",
		text,
		unsigned: true,
		read: (value) => value >>> 0,
	};
	return unit === undefined ? result : { ...result, unit };
}

/** Like `unsigned`, shown in hexadecimal. */
export function bits(text: string): ResultType<number> {
	return { ...unsigned(text), hex: true };
}

/** A handle that its owner must close, or an error. */
export function opened(handle: HandleKind): ResultType<number> {
	return { ...plain, kind: "opened", text: `New ${handle} handle`, handle };
}

/** Bytes, or an error. */
export function bytesResult(text: string): ResultType<Uint8Array> {
	return {
		kind: "bytes",
		text,
		carriesData: true,
		unsigned: false,
		read: (_, data) => data,
		write: (data) => ({ result: data.length, data }),
	};
}

/** Parameters a script has. */
export const SCRIPT_PARAMS = 10;

/** Run state and parameters of a script: 44 bytes. */
export const scriptStatus: ResultType<ScriptStatus> = {
	kind: "scriptStatus",
	text: "State and parameters of the script",
	carriesData: true,
	unsigned: false,
	read: (_, data) => ({
		state: readWord(data, 0) | 0,
		params: Array.from({ length: SCRIPT_PARAMS }, (_value, index) => readWord(data, 4 + index * 4) | 0),
	}),
	write({ state, params }) {
		const data = new Uint8Array(4 + SCRIPT_PARAMS * 4);
		writeWord(data, 0, state);
		params.slice(0, SCRIPT_PARAMS).forEach((param, index) => {
			writeWord(data, 4 + index * 4, param);
		});
		return { result: data.length, data };
	},
};

/** Status word of the BSC peripheral, then what it received. */
export const bscTransfer: ResultType<BscTransfer> = {
	kind: "bscTransfer",
	text: "Status word and received bytes",
	carriesData: true,
	unsigned: false,
	read: (_, data) => ({ status: readWord(data, 0), data: data.subarray(4) }),
	write({ status: statusWord, data: received }) {
		const data = new Uint8Array(4 + received.length);
		writeWord(data, 0, statusWord);
		data.set(received, 4);
		return { result: data.length, data };
	},
};
