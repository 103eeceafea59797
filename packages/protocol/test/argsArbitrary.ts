import fc from "fast-check";
import type { Slot, WordSlot } from "../src/commands/defineCommand.ts";
import { type CommandName, commands } from "../src/commands/registry.ts";
import type { TailKind } from "../src/commands/tailTypes.ts";

const U32 = 0xffff_ffff;

function wordArbitrary({ type }: WordSlot): fc.Arbitrary<number> {
	const values =
		type.choices === undefined
			? fc.integer({ min: type.min, max: type.max })
			: fc.constantFrom(...Object.values(type.choices));
	const all = type.also === undefined ? values : fc.oneof(values, fc.constantFrom(...type.also));
	return all.filter((value) => type.accepts(value));
}

const someText = fc.string({ unit: "binary", maxLength: 40 });
const tailArbitraries: Readonly<Record<TailKind, fc.Arbitrary<unknown>>> = {
	bytes: fc.uint8Array({ maxLength: 40 }),
	waveChain: fc.uint8Array({ maxLength: 40 }),
	segments: fc.uint8Array({ maxLength: 40 }),
	word: fc.stringMatching(/^[^\s\0]{1,20}$/),
	path: fc.stringMatching(/^[^\r\n\0]{1,20}$/),
	text: someText,
	words: fc.array(fc.integer(), { maxLength: 10 }),
	pulses: fc.array(
		fc.record({
			on: fc.integer({ min: 0, max: U32 }),
			off: fc.integer({ min: 0, max: U32 }),
			delay: fc.integer({ min: 0, max: U32 }),
		}),
		{ maxLength: 20 },
	),
	shell: fc.record({ name: fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/), text: someText }),
};

function slotArbitrary(slot: Slot): fc.Arbitrary<unknown> {
	if (slot.at !== "tail") return wordArbitrary(slot);
	return tailArbitraries[slot.type.kind].filter((value) => slot.type.check(value) === undefined);
}

/**
 * Arguments that a command accepts, made from nothing but its table entry. Of optional ones any number from
 * the first on is given, and none is 0, which on the wire is the same as leaving it out.
 */
export function argsArbitrary(name: CommandName): fc.Arbitrary<Record<string, unknown>> {
	const entries = Object.entries(commands[name].params);
	const optionals = entries.filter(([, slot]) => slot.optional).map(([param]) => param);
	const all = fc.record(
		Object.fromEntries(
			entries.map(([param, slot]) => {
				const values = slotArbitrary(slot);
				return [param, slot.optional ? values.filter((value) => value !== 0) : values];
			}),
		),
	);
	return fc.tuple(all, fc.nat(optionals.length)).map(([args, given]) => {
		const left = Object.entries(args).filter(([param]) => !optionals.slice(given).includes(param));
		return Object.fromEntries(left);
	});
}
