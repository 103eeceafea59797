import { commands } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Daemon } from "../Daemon.ts";
import { RecordingSink } from "../golden/RecordingSink.ts";
import { defaultOptions, type SimulatorOptions } from "../options.ts";
import { Later, Outside, type Reply } from "./Handler.ts";
import { perform } from "./handlers.ts";
import { BUFFER_BYTES, Request } from "./Request.ts";

const UNKNOWN_COMMAND = -88;
/** May be changed on every board. */
const GPIO_4 = 1 << 4;
const codes = new Set(Object.values(commands).map(({ code }) => code));
const { readFile, readBitBangSerial, readSerial, readI2cDevice, readSpi, callCustom2, listFiles } = commands;
/** Commands that echo p2, or p1, clipped to what the daemon's buffer holds. */
const clipsP2 = new Set(
	[readFile, readBitBangSerial, readSerial, readI2cDevice, readSpi, callCustom2].map(({ code }) => code),
);
const clipsP1 = new Set([listFiles.code]);
const LONGEST_REPLY = BUFFER_BYTES - 1;

interface RawRequest {
	readonly code: number;
	readonly p1: number;
	readonly p2: number;
	readonly extension: Uint8Array;
}

/** Words at which the daemon's checks turn, small ones for the most part. */
const word = fc.oneof(
	{ weight: 6, arbitrary: fc.integer({ min: 0, max: 33 }) },
	{ weight: 2, arbitrary: fc.integer({ min: 34, max: 3000 }) },
	fc.constantFrom(53, 54, 255, 256, 65_535, 65_536, 100_000, 1_000_000, 1_800_000_001, 0x5a00_0005),
	fc.constantFrom(0x7fff_ffff, 0x8000_0000, 0xffff_ff00, 0xffff_ffff),
);

const words = fc
	.array(word, { maxLength: 12 })
	.map((values) => new Uint8Array(Uint32Array.from(values).buffer));

const scriptWords = fc.constantFrom(
	..."lda add sub sta ld inr dcr jmp jz jnz jm jp call ret tag halt wait evtwt evt mics w r p s push pop pusha popa".split(
		" ",
	),
	..."x xa cmp div mod rl rr rla rra ldab stab wvcre wvtx wvdel wvag nb no nc m pud hp hc trig fg fn wdog servo nop".split(
		" ",
	),
	..."0 1 2 4 17 31 54 99 -1 0x10 p0 p9 v0 v149 v150 w u".split(" "),
);
const script = fc
	.array(scriptWords, { minLength: 1, maxLength: 12 })
	.map((parts) => new TextEncoder().encode(parts.join(" ")));
const chain = fc
	.array(fc.constantFrom(0, 1, 2, 3, 255, 254), { maxLength: 24 })
	.map((bytes) => Uint8Array.from(bytes));
const bytes = fc.uint8Array({ maxLength: 60 });

const anyCode = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom(...codes) },
	fc.integer({ min: 0, max: 130 }),
	fc.integer({ min: 798, max: 845 }),
	fc.constantFrom(0x7fff_ffff, 0xffff_ffff),
);

const anyRequest: fc.Arbitrary<RawRequest> = fc.record({
	code: anyCode,
	p1: word,
	p2: word,
	extension: fc.oneof(words, bytes, script, chain, fc.constant(new Uint8Array())),
});

/** Requests that get far: waves built, sent and linked, scripts stored and run. */
const likelyRequest: fc.Arbitrary<RawRequest> = fc.oneof(
	fc.record({ code: fc.constant(28), p1: word, p2: word, extension: pulses() }),
	fc.record({
		code: fc.constantFrom(49, 118, 27, 53, 33),
		p1: fc.integer({ min: 0, max: 4 }),
		p2: fc.constant(0),
		extension: fc.constant(new Uint8Array()),
	}),
	fc.record({
		code: fc.constantFrom(50, 51, 52, 100),
		p1: fc.integer({ min: 0, max: 3 }),
		p2: fc.integer({ min: 0, max: 4 }),
		extension: fc.constant(new Uint8Array()),
	}),
	fc.record({ code: fc.constant(93), p1: word, p2: word, extension: chain }),
	fc.record({ code: fc.constant(38), p1: word, p2: word, extension: script }),
	fc.record({
		code: fc.constantFrom(39, 40, 41, 45, 117),
		p1: fc.integer({ min: 0, max: 3 }),
		p2: word,
		extension: words,
	}),
);

function pulses(): fc.Arbitrary<Uint8Array> {
	const pulse = fc.tuple(
		fc.constantFrom(0, 16, 48, 0xffff_ffff),
		fc.constantFrom(0, 16, 32),
		fc.constantFrom(0, 1, 5, 100, 20_000, 0xffff_fff0),
	);
	return fc
		.array(pulse, { maxLength: 8 })
		.map((list) => new Uint8Array(Uint32Array.from(list.flat()).buffer));
}

const request = fc.oneof({ weight: 2, arbitrary: anyRequest }, { weight: 1, arbitrary: likelyRequest });

const boards: readonly Partial<SimulatorOptions>[] = [
	{},
	{ permitted: -1n, samplePeriod: 1 },
	{ permitted: -1n, samplePeriod: 10, secondaryChannel: 9, serialEcho: true },
	{ revision: 0xc0_3111, usesPwmClock: true, alertsDisabled: true },
	{ revision: 0x2, startTick: 0xffff_fff0 },
];

/** One connection to a daemon without a socket. */
class Session {
	readonly daemon: Daemon;
	readonly errors: unknown[] = [];
	readonly sink = new RecordingSink();
	readonly #buffer = new Uint8Array(BUFFER_BYTES);

	constructor(options: Partial<SimulatorOptions>) {
		this.daemon = new Daemon({ ...defaultOptions, ...options }, perform, (error) => this.errors.push(error));
	}

	/** Performs a request to its end. @returns the reply and the header's words as they are echoed */
	perform({ code, p1, p2, extension }: RawRequest): { reply: number | Uint8Array; p1: number; p2: number } {
		this.#buffer.set(extension);
		this.#buffer[extension.length] = 0;
		const made = new Request(code, p1, p2, extension.length, this.#buffer, this.sink);
		const reply = this.#finish(perform(this.daemon, made));
		if (typeof reply !== "number") this.#buffer.set(reply);
		return { reply, p1: made.p1, p2: made.p2 };
	}

	#finish(begun: Reply): number | Uint8Array {
		let reply = begun;
		while (reply instanceof Later) {
			expect(reply.time).toBeGreaterThanOrEqual(this.daemon.engine.time);
			this.daemon.engine.runTo(reply.time);
			reply = reply.finish();
		}
		if (reply instanceof Outside) throw new Error("waits for the outside, though no folder is given");
		return reply;
	}
}

/** Delays are as long as they are asked to be: long ones only make the test slow. */
function isShort({ code, p1 }: RawRequest): boolean {
	return code !== commands.delayMillis.code || p1 <= 100 || p1 > 60_000;
}

function expectEcho(raw: RawRequest, echoed: { p1: number; p2: number }): void {
	const clip = (value: number, isClipped: boolean) => (isClipped ? Math.min(value, LONGEST_REPLY) : value);
	expect(echoed.p1).toBe(clip(raw.p1, clipsP1.has(raw.code)));
	expect(echoed.p2).toBe(clip(raw.p2, clipsP2.has(raw.code)));
}

function expectReply(raw: RawRequest, reply: number | Uint8Array): void {
	if (typeof reply === "number") {
		expect(Number.isInteger(reply)).toBe(true);
		expect(reply).toBeGreaterThanOrEqual(-0x8000_0000);
		expect(reply).toBeLessThanOrEqual(0xffff_ffff);
		if (!codes.has(raw.code)) expect(reply).toBe(UNKNOWN_COMMAND);
	} else expect(reply.length).toBeLessThanOrEqual(LONGEST_REPLY);
}

function expectSoundState({ daemon, sink, errors }: Session): void {
	expect(errors).toEqual([]);
	expect(Number.isFinite(daemon.engine.time)).toBe(true);
	expect(Number.isInteger(daemon.tick)).toBe(true);
	for (const bank of [daemon.board.low, daemon.board.high]) expect(bank.level).toBe(bank.level | 0);
	const { micros, pulses: count, blocks } = daemon.waveform.current;
	for (const value of [micros, count, blocks]) expect(Number.isSafeInteger(value)).toBe(true);
	for (const { nextTime } of [daemon.alerts, daemon.scripts]) expect(Number.isNaN(nextTime)).toBe(false);
	let last: number | undefined;
	for (const [sequence, , tick] of sink.reports().slice(-50)) {
		expect(Number.isInteger(sequence)).toBe(true);
		if (last !== undefined) expect((tick - last) | 0).toBeGreaterThanOrEqual(0);
		last = tick;
	}
}

describe.each(
	boards.map(
		(options) =>
			[
				JSON.stringify(options, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
				options,
			] as const,
	),
)("any requests to a daemon with %s", (_, options) => {
	it("are answered once each, with the header's words echoed, and leave it sound", () => {
		fc.assert(
			fc.property(fc.array(request.filter(isShort), { minLength: 1, maxLength: 60 }), (requests) => {
				const session = new Session(options);
				for (const raw of requests) {
					const { reply, ...echoed } = session.perform(raw);
					expectReply(raw, reply);
					expectEcho(raw, echoed);
					session.daemon.engine.runTo(session.daemon.engine.time + 500);
				}
				session.daemon.engine.runTo(session.daemon.engine.time + 20_000);
				expectSoundState(session);
			}),
			{ numRuns: 60 },
		);
	});

	it("are answered alike every time", () => {
		const repliesTo = (requests: readonly RawRequest[]) => {
			const session = new Session(options);
			const replies = requests.map((raw) => {
				session.daemon.engine.runTo(session.daemon.engine.time + 300);
				return session.perform(raw);
			});
			return { replies, reports: session.sink.reports() };
		};
		fc.assert(
			fc.property(fc.array(request.filter(isShort), { minLength: 1, maxLength: 40 }), (requests) => {
				expect(repliesTo(requests)).toEqual(repliesTo(requests));
			}),
			{ numRuns: 30 },
		);
	});

	it("leave no wave memory taken after WVCLR", () => {
		fc.assert(
			fc.property(fc.array(likelyRequest, { minLength: 1, maxLength: 40 }), (requests) => {
				const session = new Session(options);
				for (const raw of requests) session.perform(raw);
				const bare = { p1: 0, p2: 0, extension: new Uint8Array() };
				session.perform({ ...bare, code: commands.clearWaves.code });
				const pulse = new Uint8Array(Uint32Array.from([GPIO_4, 0, 10]).buffer);
				expect(session.perform({ ...bare, code: commands.addPulses.code, extension: pulse }).reply).toBe(1);
				// All there is, taken at once, is the first wave.
				expect(session.perform({ ...bare, code: commands.createPaddedWave.code, p1: 100 }).reply).toBe(0);
			}),
			{ numRuns: 60 },
		);
	});
});
