import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One exchange with the real daemon; without `send` a remark or a pause. */
export interface GoldenStep {
	readonly send?: string;
	readonly recv?: string;
	readonly conn?: number;
	readonly note?: string;
	readonly closed?: boolean;
	readonly sleep_ms?: number;
	readonly close_conn?: number;
}

/** A recorded sequence of exchanges with a fresh daemon. */
export interface GoldenCase {
	readonly case: string;
	readonly daemon_args: readonly string[];
	readonly steps: readonly GoldenStep[];
	readonly nondeterministic: readonly { readonly step: number; readonly bytes: readonly [number, number] }[];
	readonly board?: { readonly revision?: string; readonly serial_echo?: string; readonly tick?: string };
	/** Files the daemon saw: texts by path, and folders that had to be there. */
	readonly root_files?: Readonly<Record<string, { readonly text: string; readonly mode: number }>>;
	readonly fs_reset?: Readonly<Record<string, string>>;
	readonly aborted?: unknown;
	readonly daemon_died?: unknown;
}

/** [sequence number, flags, tick minus first tick, levels] */
export type GoldenReport = readonly [number, number, number, number];

/** A recorded stream of notification reports and the commands that caused it. */
export interface GoldenScenario {
	readonly scenario: string;
	readonly daemon_args?: readonly string[];
	readonly bits: number;
	readonly first_tick: number | null;
	readonly actions: readonly {
		readonly cmd: string;
		readonly send: string;
		readonly recv: string;
		readonly t_us: number;
	}[];
	readonly reports: readonly GoldenReport[];
	/** Reports of further handles. */
	readonly reports_1?: readonly GoldenReport[];
	readonly reports_2?: readonly GoldenReport[];
	readonly truncated_from?: number;
	/** One stream of reports and answers, in hex, in place of `reports`. */
	readonly raw?: string;
}

const folder = new URL("../../../../fixtures/golden/", import.meta.url);
const ENDING = ".jsonl.gz";

/** The names of all recordings of a kind. */
export function goldenNames(prefix: string): string[] {
	const files = readdirSync(folder).filter((file) => file.startsWith(prefix) && file.endsWith(ENDING));
	return files.map((file) => file.slice(0, -ENDING.length)).sort();
}

function readLines(name: string): unknown[] {
	const path = new URL(`${name}${ENDING}`, folder);
	const text = gunzipSync(readFileSync(path)).toString("utf8");
	return text
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line) as unknown);
}

export function readGoldenCases(name: string): GoldenCase[] {
	return readLines(name) as GoldenCase[];
}

export function readGoldenScenarios(name: string): GoldenScenario[] {
	return readLines(name) as GoldenScenario[];
}
