import { describe, expect, it } from "vitest";
import { ScriptDaemon } from "./scriptTestDaemon.ts";

const BAD_SCRIPT_CMD = -55;
const DUP_TAG = -53;
const TOO_MANY_TAGS = -54;
const BAD_TAG = -63;
const SOME_PERMITTED = -42;
const BAD_SCRIPT_ID = -48;
const PROCD = 39;
const PROCS = 41;

/** What pigpio's cmdParseScript and its scanf calls make of a text. */
describe("a script's text", () => {
	it.each([
		["0x without digits is 0: scanf consumes it", "lda 0x", 0],
		["and what follows begins a new word", "lda 0xg", BAD_SCRIPT_CMD],
		["a sign may stand before a number", "lda +5 sub -0x10 and +010", 0],
		["a number ends where its base has no more digits", "lda 08", BAD_SCRIPT_CMD],
		["only C's blanks separate", "lda\v1\fadd\r2", 0],
		["a non-breaking space is part of a word", "lda\u00a01", BAD_SCRIPT_CMD],
		["a register may have a negative number where any value goes", "lda v-1", 0],
		["but not where a register is changed", "sta v-1", BAD_SCRIPT_CMD],
		["register numbers are compared with 64 bits", "lda v4294967296", BAD_SCRIPT_CMD],
		["also plain ones", "sta 4294967296", BAD_SCRIPT_CMD],
		["and without a sign", "sta 4294967295", BAD_SCRIPT_CMD],
		["a natural number is one whose low 32 bits are", "mics 4294967296", 0],
		["and is none if these are negative", "mics 2147483648", BAD_SCRIPT_CMD],
		["a negative tag is never seen again, not even by its double", "tag -1 tag -1", 0],
		["nor by a jump", "tag -1 jmp -1", BAD_TAG],
		["a tag is kept with 32 bits", "tag 4294967297 jmp 1", 0],
		["but compared with 64", "tag 1 tag 4294967297", 0],
		["so is the jump's", "tag 1 jmp 4294967297", BAD_TAG],
		["a tag of 32 bits is one", "tag 4294967295 jmp 4294967295", 0],
		["and may not come twice", "tag 4294967295 tag 4294967295", DUP_TAG],
		["the first thing that is wrong is told", "jmp 3 tag 1 tag 1", DUP_TAG],
		["an unresolved tag comes last", "jmp 3 bogus", BAD_SCRIPT_CMD],
	])("%s", (_, text, expected) => {
		expect(new ScriptDaemon().store(text)).toBe(expected);
	});

	it("has 50 tags at most, and the 51st is too many even if it is a double", () => {
		const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag ${index}`).join(" ");
		expect(new ScriptDaemon().store(tags(50))).toBe(0);
		expect(new ScriptDaemon().store(`${tags(50)} tag 0`)).toBe(TOO_MANY_TAGS);
		expect(new ScriptDaemon().store(`${tags(49)} tag 0`)).toBe(DUP_TAG);
	});
});

/** What pthScript makes of 64-bit numbers and cleared memory. */
describe("a running script", () => {
	it("hands on numbers with 64 bits: a negative one has bits nobody may change", () => {
		const pi = new ScriptDaemon();
		pi.run("bs1 0x80000000 sta p0 ld v0 -2147483648 bs1 v0 sta p1 bs1 -1 sta p2");
		expect(pi.status(0).parameters.slice(0, 3)).toEqual([0, SOME_PERMITTED, SOME_PERMITTED]);
	});

	it("does not take the low bits of a huge number for a delay or a question", () => {
		const pi = new ScriptDaemon();
		const { parameters } = pi.run("mics 4294967301 sta p0 mils 4294967296 sta p1 wvsc 4294967296 sta p2");
		expect(parameters.slice(0, 3)).toEqual([-64, -65, -43]);
	});

	it("without a step performs cleared memory, which is MODES 0 0", () => {
		const pi = new ScriptDaemon();
		pi.call("setMode", { gpio: 0, mode: 1 });
		expect(pi.run("").state).toBe("halted");
		expect(pi.call("getMode", { gpio: 0 })).toBe(0);
	});

	it("reads the last parameter as the variable before the first", () => {
		expect(new ScriptDaemon().run("lda v-1 sta p0", 1, 2, 3, 4, 5, 6, 7, 8, 9, 77).parameters[0]).toBe(77);
	});

	it("does a million steps in a second and more, alone and with 31 others that never wait", () => {
		const pi = new ScriptDaemon();
		const counter = "ld p0 0 tag 0 inr p0 jmp 0";
		const counters = Array.from({ length: 32 }, () => pi.store(counter));
		pi.start(counters[0] ?? -1);
		pi.pass(1_000_000);
		expect(pi.status(0).parameters[0]).toBeGreaterThan(500_000);
		for (const id of counters) pi.start(id);
		pi.pass(1_000_000);
		for (const id of counters) expect(pi.status(id).parameters[0]).toBeGreaterThan(50_000);
		for (const id of counters) expect(pi.raw(PROCS, id)).toBe(0);
		pi.pass(1000);
		expect(counters.map((id) => pi.status(id).state)).toEqual(counters.map(() => "halted"));
	});

	it("sees a delay end a thread's waking later than asked", () => {
		const { parameters } = new ScriptDaemon().run("t sta v0 mils 2 t sub v0 sta p0");
		expect(parameters[0]).toBeGreaterThanOrEqual(2020);
		expect(parameters[0]).toBeLessThan(2040);
	});
});

describe("deleting a script", () => {
	it("makes it unknown at once, before the step under way has ended", () => {
		const pi = new ScriptDaemon();
		pi.start(pi.store("mils 50"));
		pi.pass(1000);
		const { engine, scripts } = pi.daemon;
		let known: unknown = "not asked";
		engine.at(engine.time + 10_000, () => {
			known = scripts.get(0);
		});
		const before = engine.time;
		expect(pi.raw(PROCD, 0)).toBe(0);
		expect(known).toBeUndefined();
		expect(engine.time - before).toBeGreaterThan(45_000);
		expect(pi.raw(PROCD, 0)).toBe(BAD_SCRIPT_ID);
	});

	it("does not wait for one that waits", () => {
		const pi = new ScriptDaemon();
		pi.start(pi.store("wait 0x10"));
		pi.pass(5000);
		expect(pi.status(0).state).toBe("waiting");
		const before = pi.daemon.engine.time;
		expect(pi.raw(PROCD, 0)).toBe(0);
		expect(pi.daemon.engine.time).toBe(before);
		expect(pi.store("halt")).toBe(0);
	});

	it("leaves its event mask to the next one of its number (gpioStoreScript clears nothing)", () => {
		const pi = new ScriptDaemon();
		pi.start(pi.store("evtwt 8"));
		pi.pass(5000);
		pi.raw(PROCD, 0);
		pi.start(pi.store("wait 0x10 sta p0"));
		pi.pass(5000);
		expect(pi.status(0).state).toBe("waiting");
		pi.call("triggerEvent", { event: 3 });
		pi.pass(5000);
		expect(pi.status(0)).toMatchObject({ state: "halted", parameters: [8, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
	});
});
