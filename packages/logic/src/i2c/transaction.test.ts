import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	describeTransaction,
	restartsIn,
	segmentsOf,
	type TransactionStep,
	transactionProblem,
} from "./transaction.ts";

const write = (...bytes: number[]): TransactionStep => ({ kind: "write", bytes: Uint8Array.from(bytes) });
const read = (count: number): TransactionStep => ({ kind: "read", count });
const stop: TransactionStep = { kind: "stop" };
const address = (at: number): TransactionStep => ({ kind: "address", address: at });

describe("segmentsOf", () => {
	it("is the example of pigpio's own documentation", () => {
		const steps = [address(0x53), write(0x32), read(6), stop];
		expect([...segmentsOf(steps, "bitBang")]).toEqual([4, 0x53, 2, 7, 1, 0x32, 2, 6, 6, 3, 0]);
		expect([...segmentsOf(steps, "controller")]).toEqual([4, 0x53, 7, 1, 0x32, 6, 6, 3, 0]);
	});

	it("ends what is not ended, once", () => {
		expect([...segmentsOf([read(1)], "bitBang")]).toEqual([2, 6, 1, 3, 0]);
		expect([...segmentsOf([read(1), stop, stop], "bitBang")]).toEqual([2, 6, 1, 3, 0]);
	});

	it("counts more than 255 bytes in two", () => {
		expect([...segmentsOf([read(300)], "controller")]).toEqual([1, 6, 0x2c, 1, 3, 0]);
		const long = segmentsOf([{ kind: "write", bytes: new Uint8Array(256) }], "controller");
		expect([...long.subarray(0, 4)]).toEqual([1, 7, 0, 1]);
		expect(long).toHaveLength(4 + 256 + 2);
	});

	it("never ends with a write, which pigpiod refuses", () => {
		const step = fc.oneof(
			fc.record({ kind: fc.constant("write" as const), bytes: fc.uint8Array({ minLength: 1 }) }),
			fc.record({ kind: fc.constant("read" as const), count: fc.integer({ min: 1, max: 400 }) }),
			fc.constant(stop),
		);
		fc.assert(
			fc.property(fc.array(step), fc.constantFrom("controller", "bitBang"), (steps, player) => {
				const list = segmentsOf(steps, player as "controller");
				expect(list.at(-1)).toBe(0);
				const spoken = steps.some(({ kind }) => kind !== "stop");
				if (spoken) expect(list.at(-2)).toBe(3);
			}),
		);
	});
});

describe("transactionProblem", () => {
	it.each([
		["no step", [], "controller", 0, /writes or reads/],
		["only a stop", [stop], "controller", 0, /writes or reads/],
		["an address beyond 7 bits", [address(0x80), read(1)], "controller", 0, /00 to 7F/],
		["nothing to read", [read(0)], "controller", 0, /1 to 8192/],
		["too long a read", [read(8193)], "controller", 0, /1 to 8192/],
		["an empty write", [write()], "controller", 0, /1 to 8192/],
		["a write after a read", [read(1), write(1)], "controller", 0, /add a stop/],
		[
			"more than the buffer",
			Array.from({ length: 5 }, () => [read(8192), stop]).flat(),
			"controller",
			6,
			/fewer than 32767/,
		],
	] as const)("tells of %s", (_, steps, player, step, text) => {
		const problem = transactionProblem(steps, player);
		expect(problem?.step).toBe(step);
		expect(problem?.text).toMatch(text);
	});

	it("takes what can be sent", () => {
		expect(transactionProblem([write(0), read(7), stop], "controller")).toBeUndefined();
		expect(transactionProblem([read(1), stop, write(1)], "controller")).toBeUndefined();
		expect(transactionProblem([address(0x68), read(1), write(1)], "bitBang")).toBeUndefined();
	});
});

describe("describing a transaction", () => {
	it("says what is written and read", () => {
		expect(describeTransaction([write(0), read(7), stop])).toBe("write 00, read 7");
		expect(describeTransaction([write(1, 2, 3, 4, 5, 6, 7)])).toBe("write 01 02 03 04 05 06 …");
	});

	it("knows where it restarts", () => {
		expect([...restartsIn([write(0), address(0x20), read(1), stop, read(1)])]).toEqual([2]);
	});
});
