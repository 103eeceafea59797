import {
	type Operand,
	SCRIPT_PARAMS,
	SCRIPT_VARIABLES,
	type ScriptOperation,
	type ScriptRunState,
	type ScriptStep,
} from "@gpioscope/protocol";
import type { Micros } from "../devices/Device.ts";
import { Later, Outside, type Reply } from "../handlers/Handler.ts";
import { BUFFER_BYTES, Request } from "../handlers/Request.ts";
import { calculations, conditions, shifts } from "./arithmetic.ts";

const STACK_LIMIT = 256;
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
	/** Parameters, then variables. */
	readonly memory = new Int32Array(SCRIPT_PARAMS + SCRIPT_VARIABLES);
	readonly #host: ScriptHost;
	readonly #steps: readonly ScriptStep[];
	readonly #buffer = new Uint8Array(BUFFER_BYTES);
	readonly #stack: number[] = [];
	/** What the last WAIT or EVTWT saw; told again when a wait ends for another reason. */
	#changed: number;
	#isAsked = false;
	#accumulator = 0;
	#flags = 0;
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
		this.#accumulator = 0;
		this.#flags = 0;
		this.#counter = 0;
		this.#stack.length = 0;
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
		this.#set(this.#changed);
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
		if (p3 !== undefined) new DataView(this.#buffer.buffer).setInt32(0, this.#value(p3), true);
		const length = p3 === undefined ? 0 : 4;
		const [first, second] = [this.#value(p1), this.#value(p2)];
		const request = new Request(code, first >>> 0, second >>> 0, length, this.#buffer, undefined);
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
		this.#set(typeof reply === "number" ? reply : reply.length);
		this.nextTime = now + COMMAND_TIME * this.#host.load();
	}

	/** The accumulator and the flags that follow it. */
	#set(value: number): void {
		this.#accumulator = value | 0;
		this.#flags = this.#accumulator;
	}

	#value(operand: Operand): number {
		return operand.kind === "number" ? operand.value : (this.memory[this.#address(operand)] ?? 0);
	}

	/** Where a register lies; plain numbers are variables. */
	#address({ kind, value }: Operand): number {
		return kind === "parameter" ? value : SCRIPT_PARAMS + value;
	}

	#operate(operation: ScriptOperation, step: ScriptStep, now: Micros): void {
		const value = this.#value(step.p1);
		const from = this.#counter++;
		const calculate = calculations[operation];
		if (calculate !== undefined) {
			this.#set(calculate(this.#accumulator, value));
			return;
		}
		const condition = conditions[operation];
		if (condition !== undefined) {
			if (condition(this.#flags)) this.#counter = value;
			return;
		}
		this.#control({ operation, step, value, from, now });
	}

	#control({ operation, step, value, from, now }: Performed): void {
		switch (operation) {
			case "CALL":
				this.#push(from + 1);
				this.#counter = value;
				break;
			case "RET":
				this.#counter = this.#pop();
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
					this.#host.runSystem(step.word, this.#accumulator >>> 0, this.#host.levels() >>> 0),
					now,
				);
				break;
			case "CMP":
				this.#flags = (this.#accumulator - value) | 0;
				break;
			case "NOP":
			case "CMDR":
			case "CMDW":
				// These do not advance: the script stays here until it is stopped.
				this.#counter = from;
				break;
			default:
				this.#move(operation, step, value);
		}
	}

	#wait(): void {
		this.state = "waiting";
		this.isSpinning = false;
		this.nextTime = Number.POSITIVE_INFINITY;
	}

	/** Operations that move values between accumulator, registers, stack and buffer. */
	#move(operation: ScriptOperation, { p1, p2 }: ScriptStep, value: number): void {
		const { memory } = this;
		const at = this.#address(p1);
		const held = memory[at] ?? 0;
		switch (operation) {
			case "LD":
				memory[at] = this.#value(p2);
				break;
			case "LDA":
				this.#accumulator = value;
				break;
			case "STA":
				memory[at] = this.#accumulator;
				break;
			case "X": {
				const other = this.#address(p2);
				memory[at] = memory[other] ?? 0;
				memory[other] = held;
				break;
			}
			case "XA":
				memory[at] = this.#accumulator;
				this.#accumulator = held;
				break;
			case "PUSH":
				this.#push(held);
				break;
			case "PUSHA":
				this.#push(this.#accumulator);
				break;
			case "POP":
				memory[at] = this.#pop();
				break;
			case "POPA":
				this.#accumulator = this.#pop();
				break;
			case "LDAB":
				if (value >= 0 && value < BUFFER_BYTES) this.#accumulator = this.#buffer[value] ?? 0;
				break;
			case "STAB":
				if (value >= 0 && value < BUFFER_BYTES) this.#buffer[value] = this.#accumulator;
				break;
			default:
				memory[at] = shifts[operation]?.(held, this.#value(p2)) ?? held;
				this.#flags = memory[at] ?? 0;
		}
	}

	/** Too many or too few on the stack end the script. */
	#push(value: number): void {
		if (this.#stack.length >= STACK_LIMIT) this.#rest();
		else this.#stack.push(value);
	}

	#pop(): number {
		const value = this.#stack.pop();
		if (value === undefined) this.#rest();
		return value ?? 0;
	}
}
