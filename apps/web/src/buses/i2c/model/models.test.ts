import { deviceKind, hexText, unknownDevice } from "@gpioscope/logic";
import { checkArgs, commands } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type AccessVerb,
	accessCall,
	accessForm,
	accessForms,
	accessSteps,
	answeredBytes,
	isPlainForm,
} from "./accessForms.ts";
import { examplesFor } from "./examples.ts";
import { busKey, busLabel, linesOf } from "./i2cBus.ts";
import { binaryText, parseHexFirst } from "./numbers.ts";
import { differences, hasImage, imageOf, meaningIn, readAgain, valueIn } from "./reading.ts";
import { registerListText } from "./registerListText.ts";
import { draft, draftsOf, readDrafts } from "./stepDrafts.ts";
import { readWritten } from "./written.ts";

const verbs: readonly AccessVerb[] = ["read", "write", "exchange"];

describe("ways of access", () => {
	it("make calls that may be sent as they are", () => {
		const input = { register: 0x10, value: 1, data: Uint8Array.of(1, 2), count: 3 };
		for (const form of accessForms)
			for (const verb of verbs) {
				const call = accessCall(form, verb, 2, input);
				if (call !== undefined) expect(checkArgs(call.name, call.args)).toBeUndefined();
			}
	});

	it("reach every command that an open handle has, but for transactions and closing", () => {
		const reached = new Set(accessForms.flatMap(({ read, write, exchange }) => [read, write, exchange]));
		const all = Object.entries(commands)
			.filter(([, { group, params }]) => group === "i2c" && "handle" in params)
			.map(([name]) => name)
			.filter((name) => name !== "closeI2c" && name !== "runI2cSegments");
		expect(all.filter((name) => !reached.has(name as never))).toEqual([]);
	});

	it("are writes and reads where pigpiod moves the lines", () => {
		const input = { register: 0x10, value: 0x1234, data: new Uint8Array(), count: 5 };
		expect(accessSteps(accessForm("word"), "write", input)).toEqual([
			{ kind: "write", bytes: Uint8Array.of(0x10, 0x34, 0x12) },
		]);
		expect(accessSteps(accessForm("block"), "read", input)).toEqual([
			{ kind: "write", bytes: Uint8Array.of(0x10) },
			{ kind: "read", count: 5 },
		]);
		expect(accessSteps(accessForm("plainByte"), "read", input)).toEqual([{ kind: "read", count: 1 }]);
		expect(accessForms.filter(isPlainForm).map(({ id }) => id)).not.toContain("quick");
	});

	it("answer bytes in the order of the bus", () => {
		expect([...answeredBytes(accessForm("word"), "read", 0x1234)]).toEqual([0x34, 0x12]);
		expect([...answeredBytes(accessForm("byte"), "read", 7)]).toEqual([7]);
		expect([...answeredBytes(accessForm("byte"), "write", 0)]).toEqual([]);
	});

	it("say what may be written before anything is sent", () => {
		expect(readWritten(accessForm("byte"), "1FF")).toMatchObject({ ok: false });
		expect(readWritten(accessForm("byte"), "0b101")).toMatchObject({ ok: true, value: 5 });
		expect(readWritten(accessForm("word"), "300.")).toMatchObject({ ok: true, value: 300 });
		expect(readWritten(accessForm("quick"), "2")).toEqual({ ok: false, problem: "0 or 1" });
		expect(readWritten(accessForm("block"), "")).toEqual({ ok: false, problem: "1 to 32 bytes" });
		expect(readWritten(accessForm("block"), "0x")).toMatchObject({ ok: false });
		expect(readWritten(accessForm("block"), "01 ff")).toMatchObject({ ok: true });
	});
});

describe("numbers", () => {
	it("are hex unless they say otherwise", () => {
		expect(["0F", "0x0f", " f ", "15.", "0b1111", "0b 1111"].map(parseHexFirst)).toEqual(Array(6).fill(15));
		expect(["", "g", "-1", "1,2"].map(parseHexFirst)).toEqual(Array(4).fill(undefined));
	});

	it("are read back from hex and binary", () => {
		fc.assert(
			fc.property(fc.nat({ max: 0xffff }), (value) => {
				expect(parseHexFirst(hexText(value))).toBe(value);
				expect(parseHexFirst(`0b${binaryText(value, 2)}`)).toBe(value);
			}),
		);
	});
});

describe("readings", () => {
	const lm75 = deviceKind("lm75");
	const of = (...entries: [number, number[]][]) =>
		new Map(entries.map(([register, bytes]) => [register, Uint8Array.from(bytes)]));

	it("tell what changed, and keep what was not read again", () => {
		const first = readAgain(lm75, undefined, of([0, [0x19, 0x80]], [1, [0]]), 1);
		expect(first.changed.size).toBe(0);
		const second = readAgain(lm75, first, of([0, [0x19, 0xa0]]), 2);
		expect([...second.changed]).toEqual([0]);
		const [temperature, configuration] = lm75.registers;
		if (temperature === undefined || configuration === undefined) throw new Error("An LM75 has registers.");
		expect(valueIn(second, temperature)).toBe(0x19a0);
		expect(valueIn(second, configuration)).toBe(0);
		expect(meaningIn(lm75, second, temperature, 0x1980)).toBe("25.5 °C");
		expect(differences(lm75, first, second)).toMatchObject([{ place: 0, name: "Temperature" }]);
		expect(registerListText(lm75, second)).toContain("00\tTemperature\t19A0\t6560\t25.625 °C");
	});

	it("tell each byte of a memory that changed", () => {
		const memory = deviceKind("eeprom24c32");
		const first = readAgain(memory, undefined, of([0, [1, 2, 3, 4, 5]]), 1);
		const second = readAgain(memory, first, of([0, [1, 2, 9, 4, 5]]), 2);
		expect([...second.changed]).toEqual([2]);
		expect(imageOf(memory, second)).toEqual([1, 2, 9, 4, 5]);
		expect(differences(memory, first, second)).toEqual([
			{ place: 2, name: "", before: Uint8Array.of(3), after: Uint8Array.of(9) },
		]);
		expect(registerListText(memory, second)).toBe("0000\t01 02 09 04 05");
	});

	it("are laid out by address only where registers are bytes", () => {
		expect(hasImage(unknownDevice)).toBe(true);
		expect(hasImage(deviceKind("bme280"))).toBe(true);
		expect(hasImage(lm75)).toBe(false);
		expect(hasImage(deviceKind("pcf8574"))).toBe(false);
		const clock = deviceKind("ds3231");
		const image = imageOf(clock, readAgain(clock, undefined, of([2, [0x14]]), 1));
		expect(image[2]).toBe(0x14);
		expect(image[3]).toBeUndefined();
	});
});

describe("steps as they are typed", () => {
	it("are read, or the one that says nothing is named", () => {
		expect(readDrafts([draft("write", "00"), draft("read", "7")], "controller")).toMatchObject({ ok: true });
		expect(readDrafts([draft("write", "00"), draft("read", "many")], "controller")).toMatchObject({
			ok: false,
			step: 1,
		});
		expect(readDrafts([draft("write", "zz")], "controller")).toMatchObject({ ok: false, step: 0 });
		expect(readDrafts([draft("address", "80"), draft("read", "1")], "controller")).toMatchObject({
			problem: "Address: 00 to 7F",
		});
		expect(readDrafts([], "controller")).toMatchObject({ ok: false });
	});

	it("are read back as they were, for every example of every device", () => {
		for (const id of ["ds3231", "lm75", "bme280", "ssd1306", "eeprom24c32", "pca9685", "mpu6050"])
			for (const { steps } of examplesFor(deviceKind(id)))
				expect(readDrafts(draftsOf(steps), "controller")).toEqual({ ok: true, steps });
	});

	it("begin with the examples of the device on view", () => {
		expect(examplesFor(deviceKind("ds3231"))[0]?.label).toBe("Read date and time");
		expect(examplesFor(unknownDevice).every(({ kinds }) => kinds === undefined)).toBe(true);
	});
});

describe("buses", () => {
	it("are told apart, and know their lines", () => {
		const bitBang = { kind: "bitBang", sda: 23, scl: 24, baud: 10_000 } as const;
		expect(busKey({ kind: "controller", number: 1 })).not.toBe(busKey(bitBang));
		expect(linesOf({ kind: "controller", number: 1 })).toEqual({ sda: 2, scl: 3 });
		expect(linesOf({ kind: "controller", number: 6 })).toBeUndefined();
		expect(busLabel(bitBang)).toBe("Bit-bang, SDA 23, SCL 24");
	});
});
