import {
	type CommandName,
	commands,
	MAX_EXTENSION_BYTES,
	type MessageErrorCode,
	packBytes,
	type TailKind,
	type WordSlot,
} from "@gpioscope/protocol";
import { argsArbitrary } from "@gpioscope/protocol/testing";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestBench } from "./testing/TestBench.ts";
import type { TestViewer } from "./testing/TestViewer.ts";

const names = Object.keys(commands) as CommandName[];
type Values = Readonly<Record<string, unknown>>;

/** Refusals that leave nothing broken. */
const sound: ReadonlySet<MessageErrorCode> = new Set([
	"invalidArgument",
	"daemonError",
	"gpioNotPermitted",
	"foreignHandle",
	"waveLimit",
	"waveBusy",
	"commandDisabled",
]);

const bench = new TestBench();
let viewer: TestViewer;
beforeAll(async () => {
	const { at } = await bench.bridge({ bench: "default", allowed: new Set(["files", "shell", "custom"]) });
	viewer = await bench.viewer(at);
});
afterAll(() => bench.close());

/** Runs a command as a page does, then sees that the next one is answered. */
async function call(name: CommandName, args: Values) {
	const answer = await viewer.call(name, packBytes(args) as Record<string, unknown>);
	const next = await viewer.call("getVersion");
	expect(next, `after ${name} ${JSON.stringify(args).slice(0, 200)}`).toMatchObject({ result: 79 });
	return answer;
}

/** Of a delay or a bit rate, what does not make the test wait; what is no number is refused at once. */
function isQuick({ delay, baud }: Values): boolean {
	return !(typeof delay === "number" && delay > 20) && !(typeof baud === "number" && baud < 50_000);
}

/** What no parameter takes, or hardly any. */
const junk = fc.oneof(
	fc.constantFrom(-1, 0.5, 1e300, -0x8000_0001, 0x1_0000_0000, null, true, "", "1", "0x1", "GPIO 4"),
	fc.constantFrom({}, [], [[]], { hex: "0" }, { hex: "zz" }, { on: 1 }, { name: "../x", text: "" }),
	fc.integer(),
	fc.double(),
	fc.string({ maxLength: 20 }),
	fc.uint8Array({ maxLength: 20 }),
	fc.array(fc.integer(), { maxLength: 5 }),
	fc.jsonValue({ maxDepth: 2 }),
);

/** Arguments of a command, of which some are replaced, left out or added. */
function spoiltArgs(name: CommandName): fc.Arbitrary<Values> {
	const params = [...Object.keys(commands[name].params), "stranger"];
	return fc
		.tuple(
			argsArbitrary(name),
			fc.dictionary(fc.constantFrom(...params), fc.option(junk, { nil: undefined })),
		)
		.map(([args, spoilt]) => ({ ...args, ...spoilt }));
}

describe("any call of a page", () => {
	it.each(names)("%s leaves the connection whole, whatever its arguments", async (name) => {
		const args = fc.oneof(argsArbitrary(name), spoiltArgs(name)).filter(isQuick);
		await fc.assert(
			fc.asyncProperty(args, async (values) => {
				const answer = await call(name, values);
				if (answer.op === "result") return;
				expect(sound).toContain(answer.code);
				expect(answer.remedy).toMatch(/\.$/);
				if (answer.code === "daemonError") expect(answer.message).toContain(answer.pigpioName);
			}),
			{ numRuns: 15 },
		);
	});
});

describe("a number outside its range", () => {
	const slots = names.flatMap((name) =>
		Object.entries(commands[name].params)
			.filter((entry): entry is [string, WordSlot] => entry[1].at !== "tail")
			.map(([param, slot]) => ({ name, param, slot })),
	);

	it.each(slots)("$name: $param is refused by name and range", async ({ name, param, slot: { type } }) => {
		const [args] = fc.sample(argsArbitrary(name), { numRuns: 1, seed: 1 });
		for (const value of [type.min - 1, type.max + 1, type.min + 0.5, "1", null]) {
			if (typeof value === "number" && type.accepts(value)) continue;
			const answer = await viewer.call(
				name,
				packBytes({ ...args, [param]: value }) as Record<string, unknown>,
			);
			// Notification handles of this kind are not given out at all.
			if (name === "openNotification") continue;
			expect(answer).toMatchObject({ op: "error", code: "invalidArgument" });
			expect(answer.op === "error" && answer.message).toMatch(
				new RegExp(`^${param} must be .*${escaped(type.unit ?? "")}`, "i"),
			);
		}
	});
});

function escaped(text: string): string {
	return text.replace(/[^\p{L}\p{N} ]/gu, "\\$&");
}

/** A value of so many bytes on the wire, as near as the kind allows. */
const longTails: Readonly<Record<TailKind, (bytes: number) => unknown>> = {
	bytes: (bytes) => new Uint8Array(bytes),
	waveChain: (bytes) => new Uint8Array(bytes),
	segments: (bytes) => new Uint8Array(bytes),
	word: (bytes) => "x".repeat(bytes),
	path: (bytes) => `/${"x".repeat(bytes - 1)}`,
	text: (bytes) => "x".repeat(bytes),
	words: (bytes) => Array.from({ length: Math.ceil(bytes / 4) }, () => 0),
	pulses: (bytes) => Array.from({ length: Math.ceil(bytes / 12) }, () => ({ on: 0, off: 0, delay: 0 })),
	shell: (bytes) => ({ name: "x", text: "x".repeat(bytes - 2) }),
};

describe("a tail", () => {
	const tails = names.flatMap((name) =>
		Object.entries(commands[name].params).flatMap(([param, slot]) =>
			slot.at === "tail" ? [{ name, param, kind: slot.type.kind, type: slot.type }] : [],
		),
	);

	it.each(tails)(
		"$name: $param of 65536 bytes is refused, of 65535 at most it is not too long",
		async ({ name, param, kind, type }) => {
			const [args] = fc.sample(argsArbitrary(name).filter(isQuick), { numRuns: 1, seed: 1 });
			const tooLong = await call(name, { ...args, [param]: longTails[kind](MAX_EXTENSION_BYTES + 1) });
			expect(tooLong).toMatchObject({ op: "error", code: "invalidArgument" });
			const words = Object.values(commands[name].params).filter(({ at }) => at === "ext").length;
			const most = longTails[kind](MAX_EXTENSION_BYTES - 4 * words - 11);
			if (type.check(most) !== undefined) return;
			const longest = await call(name, { ...args, [param]: most });
			if (longest.op === "error") expect(longest.code).not.toBe("invalidArgument");
		},
	);
});
