import { TestDaemon } from "../signals/testDaemon.ts";

const PROC = 38;
const PROCR = 40;
const PROCP = 45;
const STATES = ["initialising", "halted", "running", "waiting", "failed"];
/** Longer than the start of a script's thread. */
const START = 1000;

/** A script's state and its ten parameters. */
export interface ScriptStatus {
	readonly state: string | undefined;
	readonly parameters: readonly number[];
}

/** A daemon whose scripts a test stores, runs and looks at. */
export class ScriptDaemon extends TestDaemon {
	/** PROC. @returns the script's number or why it is refused */
	store(text: string): number {
		const reply = this.raw(PROC, 0, 0, new TextEncoder().encode(text));
		this.pass(START);
		return Number(reply);
	}

	/** PROCR. */
	start(id: number, ...parameters: readonly number[]): number {
		return Number(this.raw(PROCR, id, 0, new Uint8Array(Int32Array.from(parameters).buffer)));
	}

	/** PROCP. */
	status(id: number): ScriptStatus {
		const reply = this.raw(PROCP, id);
		if (typeof reply === "number") throw new RangeError(`script ${id}: ${reply}`);
		const words = new DataView(reply.buffer, reply.byteOffset);
		return {
			state: STATES[words.getInt32(0, true)],
			parameters: Array.from({ length: 10 }, (_, index) => words.getInt32(4 + 4 * index, true)),
		};
	}

	/** Stores a script, runs it for 100 ms and tells how it stands then. */
	run(text: string, ...parameters: readonly number[]): ScriptStatus {
		const id = this.store(text);
		if (id < 0) throw new RangeError(`${text}: ${id}`);
		this.start(id, ...parameters);
		this.pass(100_000);
		return this.status(id);
	}
}
