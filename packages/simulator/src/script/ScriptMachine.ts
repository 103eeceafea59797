import type { ScriptOperation, ScriptRunState, ScriptStep } from "@gpioscope/protocol";
import type { Micros } from "../devices/Device.ts";
import { Later, Outside, type Reply } from "../handlers/Handler.ts";
import { Request } from "../handlers/Request.ts";
import { conditions } from "./arithmetic.ts";
import { ScriptRegisters } from "./ScriptRegisters.ts";

/** What a step takes that touches nothing but the machine, and what a command of the daemon takes. */
const STEP_TIME: Micros = 0.5;
const COMMAND_TIME: Micros = 3;
/** What starting a script, or ending a wait, takes its thread. */
const WAKE_TIME: Micros = 1;
/** Steps that touch nothing but the machine itself are performed so many at a time. */
const BATCH = 64;
/** Operations that others see, or that depend on them. */
const outward: ReadonlySet<ScriptOperation | undefined> = new Set<ScriptOperation>([
	"WAIT",
	"EVTWT",
	"SYS",
	"HALT",
]);

/** What a machine needs of the daemon. */
export interface ScriptHost {
	/** Performs a daemon command. */
	perform(request: Request): Reply;
	/** Runs a shell script of the daemon with two arguments. */
	runSystem(name: string, first: number, second: number): Reply;
	/** Is told that a machine goes on which waited for something outside; when that is in simulated time. */
	resume(machine: ScriptMachine): void;
	/** The levels of GPIO 0 to 31. */
	levels(): number;
	/** How many times longer than alone everything takes: scripts that never wait share the processors. */
	load(): number;
}

/** What a deleted script leaves behind for the next one of its number. */
export interface Leftovers {
	readonly eventBits: number;
	readonly changed: number;
}

/** An operation that is being performed. */
interface Performed {
	readonly operation: ScriptOperation;
	readonly step: ScriptStep;
	/** The value of its first parameter. */
	readonly value: number;
	/** The step's index. */
	readonly from: number;
	readonly now: Micros;
}

/** One stored script and the machine that runs it. */
export class ScriptMachine {
	state: ScriptRunState = "initialising";
	/** When it goes on; Infinity while halted or waiting. */
	nextTime: Micros = Number.POSITIVE_INFINITY;
	/** GPIOs a WAIT waits for, and events an EVTWT waits for; the latter are not cleared afterwards. */
	waitBits = 0;
	eventBits: number;
	/** Whether it goes on at once, without a delay or a wait. */
	isSpinning = false;
	readonly #registers = new ScriptRegisters();
	readonly #host: ScriptHost;
	readonly #steps: readonly ScriptStep[];
	/** What the last WAIT or EVTWT saw; told again when a wait ends for another reason. */
	#changed: number;
	#isAsked = false;
	#counter = 0;
	#pending: (() => Reply) | undefined;

	constructor(host: ScriptHost, steps: readonly ScriptStep[], leftovers: Leftovers | undefined) {
		this.#host = host;
		this.#steps = steps;
		this.eventBits = leftovers?.eventBits ?? 0;
		this.#changed = leftovers?.changed ?? 0;
	}

	/** The daemon does not clear these when it deletes a script. */
	get leftovers(): Leftovers {
		return { eventBits: this.eventBits, changed: this.#changed };
	}

	/** Parameters, then variables. */
	get memory(): Int32Array {
		return this.#registers.memory;
	}

	/** Whether it is in the middle of something. */
	get isRunning(): boolean {
		return this.state === "running";
	}

	/** Starts it, or, when it waits, ends the wait. */
	run(now: Micros): void {
		this.#isAsked = true;
		if (this.state === "waiting") this.#endWait(now);
		if (this.state !== "halted") return;
		this.state = "running";
		this.#registers.reset();
		this.#counter = 0;
		this.nextTime = now + WAKE_TIME;
	}

	/** Lets it end after the step it is at. */
	halt(now: Micros): void {
		this.#isAsked = false;
		if (this.state === "waiting") this.#endWait(now);
	}

	/** Ends a wait because of changed GPIOs or events. */
	notice(changed: number, now: Micros): void {
		this.#changed = changed;
		this.#endWait(now);
	}

	/** Performs what is due now. */
	step(now: Micros): void {
		if (this.state === "initialising") {
			this.#rest();
			return;
		}
		const pending = this.#pending;
		this.#pending = undefined;
		if (pending !== undefined) this.#settle(pending(), now);
		else this.#next(now);
	}

	#rest(): void {
		this.state = "halted";
		this.isSpinning = false;
		this.nextTime = Number.POSITIVE_INFINITY;
	}

	#endWait(now: Micros): void {
		this.waitBits = 0;
		this.state = "running";
		this.#registers.set(this.#changed);
		this.nextTime = now + WAKE_TIME;
	}

	/** Performs the next step, and those after it as long as nobody but the machine itself notices. */
	#next(now: Micros): void {
		const stepTime = STEP_TIME * this.#host.load();
		this.isSpinning = true;
		this.nextTime = now;
		for (let count = 0; count < BATCH; count++) {
			const step = this.#isAsked ? this.#steps[this.#counter] : undefined;
			const isOutward = step?.operation === undefined || outward.has(step.operation);
			// It has to happen at its own moment.
			if (isOutward && count > 0) return;
			this.nextTime += stepTime;
			if (step === undefined) this.#rest();
			else this.#perform(step, now);
			if (isOutward || this.state !== "running") return;
		}
	}

	#perform(step: ScriptStep, now: Micros): void {
		if (step.operation !== undefined) this.#operate(step.operation, step, now);
		else if (step.code !== undefined) {
			this.#counter++;
			this.#settle(this.#host.perform(this.#request(step.code, step)), now);
		}
	}

	#request(code: number, { p1, p2, p3 }: ScriptStep): Request {
		const registers = this.#registers;
		const { buffer } = registers;
		if (p3 !== undefined) new DataView(buffer.buffer).setInt32(0, registers.valueOf(p3), true);
		const length = p3 === undefined ? 0 : 4;
		const [first, second] = [registers.valueOf(p1), registers.valueOf(p2)];
		const request = new Request(code, first >>> 0, second >>> 0, length, buffer, undefined);
		request.isWide = p1.kind === "number" ? p1.isWide : first < 0;
		return request;
	}

	#settle(reply: Reply, now: Micros): void {
		if (reply instanceof Later) {
			this.isSpinning = false;
			this.nextTime = Math.max(reply.time, now);
			this.#pending = reply.finish;
			return;
		}
		if (reply instanceof Outside) {
			this.isSpinning = false;
			this.nextTime = Number.POSITIVE_INFINITY;
			reply.begin((result) => {
				this.#pending = () => result;
				this.#host.resume(this);
			});
			return;
		}
		this.#registers.set(typeof reply === "number" ? reply : reply.length);
		this.nextTime = now + COMMAND_TIME * this.#host.load();
	}

	#operate(operation: ScriptOperation, step: ScriptStep, now: Micros): void {
		const value = this.#registers.valueOf(step.p1);
		const from = this.#counter++;
		if (this.#registers.calculate(operation, value)) return;
		const condition = conditions[operation];
		if (condition !== undefined) {
			if (condition(this.#registers.flags)) this.#counter = value;
			return;
		}
		this.#control({ operation, step, value, from, now });
		if (this.#registers.isStackBroken) this.#rest();
	}

	#control({ operation, step, value, from, now }: Performed): void {
		const registers = this.#registers;
		switch (operation) {
			case "CALL":
				registers.push(from + 1);
				this.#counter = value;
				break;
			case "RET":
				this.#counter = registers.pop();
				break;
			case "HALT":
				this.#rest();
				break;
			case "WAIT":
				this.waitBits = value;
				this.#wait();
				break;
			case "EVTWT":
				this.eventBits = value;
				this.#wait();
				break;
			case "SYS":
				this.#settle(
					this.#host.runSystem(step.word, registers.accumulator >>> 0, this.#host.levels() >>> 0),
					now,
				);
				break;
			case "CMP":
				registers.flags = (registers.accumulator - value) | 0;
				break;
			case "NOP":
			case "CMDR":
			case "CMDW":
				// These do not advance: the script stays here until it is stopped.
				this.#counter = from;
				break;
			default:
				registers.move(operation, step);
		}
	}

	#wait(): void {
		this.state = "waiting";
		this.isSpinning = false;
		this.nextTime = Number.POSITIVE_INFINITY;
	}
}
