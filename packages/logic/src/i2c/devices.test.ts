import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeviceKind, meaningText, registerBytes, registerValue, sizeOf } from "./DeviceKind.ts";
import { bmp280 } from "./devices/bme280.ts";
import { deviceKind, deviceKinds, guessDevice, kindsAt, registersOf } from "./knownDevices.ts";

const textOf = (kind: DeviceKind, address: number, value: number, others: Record<number, number> = {}) => {
	const register = registersOf(kind).find((each) => each.address === address);
	return meaningText(register?.meaning?.(value, (other) => others[other]));
};

describe("the devices", () => {
	it("have ids of their own and addresses of 7 bits", () => {
		expect(new Set(deviceKinds.map(({ id }) => id)).size).toBe(deviceKinds.length);
		for (const { addresses } of deviceKinds) {
			expect(addresses.length).toBeGreaterThan(0);
			expect(addresses.every((address) => address >= 0x03 && address <= 0x77)).toBe(true);
		}
	});

	it.each(deviceKinds.map((kind) => [kind.name, kind] as const))(
		"%s has registers in the order of their addresses, each once",
		(_, { registers }) => {
			const addresses = registers.map(({ address }) => address);
			expect(addresses).toEqual([...new Set(addresses)].sort((a, b) => a - b));
		},
	);

	it("say something readable about every value of every register, whatever the others hold", () => {
		const withMeaning = deviceKinds.flatMap(({ registers }) =>
			registers.filter(({ meaning }) => meaning !== undefined),
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...withMeaning),
				fc.nat({ max: 0xffffff }),
				fc.option(fc.nat({ max: 0xffff }), { nil: undefined }),
				(register, value, other) => {
					const meaning = register.meaning?.(value % 256 ** sizeOf(register), () => other);
					expect(meaningText(meaning)).not.toMatch(/undefined|NaN|Infinity|(^|\s)-\d/);
				},
			),
			{ numRuns: 3000 },
		);
	});

	it("give the bytes of a value in the order in which they are read", () => {
		fc.assert(
			fc.property(fc.constantFrom(1, 2, 3), fc.boolean(), fc.nat({ max: 0xffffff }), (size, low, any) => {
				const register = {
					address: 0,
					name: "",
					size: size as 1 | 2 | 3,
					...(low ? { lowFirst: true as const } : {}),
				};
				const value = any % 256 ** size;
				expect(registerBytes(register, value)).toHaveLength(size);
				expect(registerValue(register, registerBytes(register, value))).toBe(value);
			}),
		);
		expect(registerValue({ address: 0, name: "", size: 2 }, Uint8Array.of(0x19, 0x40))).toBe(0x1940);
	});
});

describe("what registers mean", () => {
	it.each([
		["ds3231", 0x02, 0x14, "14 h, 24-hour mode"],
		["ds3231", 0x02, 0x72, "12 h pm"],
		["ds3231", 0x04, 0x22, "22nd"],
		["ds3231", 0x04, 0x12, "12th"],
		["ds3231", 0x0a, 0x00, "date 0"],
		["ds3231", 0x0a, 0x80, "any"],
		["ds3231", 0x0e, 0x1c, "INT on alarm"],
		["ds3231", 0x0f, 0x88, "oscillator was stopped"],
		["ds3231", 0x11, 0xf6, "−10 °C"],
		["lm75", 0x00, 0x1980, "25.5 °C"],
		["lm75", 0x00, 0xff80, "−0.5 °C"],
		["lm75", 0x02, 0x4b00, "75.0 °C"],
		["ina219", 0x02, 0x1f42, "4.000 V, new"],
		["ina219", 0x01, 0xffff, "−0.01 mV"],
		["pca9685", 0xfe, 0x79, "50.0 Hz"],
		["mpu6050", 0x6b, 0x40, "asleep: write 00 to wake it"],
		["pcf8574", 0x00, 0xf0, "P7 to P0: H H H H L L L L"],
	] as const)("%s register %i holding %i: %s", (id, address, value, text) => {
		expect(textOf(deviceKind(id), address, value)).toBe(text);
	});

	it("take in what other registers say", () => {
		expect(textOf(deviceKind("ads1115"), 0, 0x4000)).toBe("raw 16384");
		expect(textOf(deviceKind("ads1115"), 0, 0x4000, { 1: 0xc283 })).toBe("2.0480 V");
		expect(textOf(deviceKind("mpu6050"), 0x3f, 0x4000, { 28: 0x00 })).toBe("1.000 g");
		expect(textOf(deviceKind("mpu6050"), 0x3f, 0xc000, { 28: 0x18 })).toBe("−8.000 g");
	});

	it("compute temperature and pressure as the example of the BMP280's datasheet", () => {
		const word = (value: number) => value & 0xffff;
		const others = {
			136: 27504,
			138: 26435,
			140: word(-1000),
			142: 36477,
			144: word(-10685),
			146: 3024,
			148: 2855,
			150: 140,
			152: word(-7),
			154: 15500,
			156: word(-14600),
			158: 6000,
			250: 519888 << 4,
		};
		expect(textOf(bmp280, 0xfa, 519888 << 4, others)).toBe("25.08 °C");
		expect(textOf(bmp280, 0xf7, 415148 << 4, others)).toBe("1006.5 hPa");
		expect(textOf(bmp280, 0xf7, 0x80000 << 4, others)).toBe("not measured");
	});
});

/** A device that holds these bytes, and notes what was read of it. */
function deviceWith(bytes: Readonly<Record<number, number>>) {
	const reads: number[] = [];
	return {
		reads,
		read: async (register: number, count: number) => {
			reads.push(register);
			return Uint8Array.from({ length: count }, (_, index) => bytes[register + index] ?? 0);
		},
	};
}

describe("guessing a device", () => {
	const time = { 0: 0x27, 1: 0x42, 2: 0x14, 3: 4, 4: 0x20, 5: 0x11, 6: 0x25 };

	it("believes an identity more than contents", async () => {
		const { read } = deviceWith({ ...time, 15: 0, 18: 0x40, 117: 0x68 });
		expect((await guessDevice(0x68, [], read))?.kind.id).toBe("mpu6050");
	});

	it("knows a DS3231 by its time and the bits that are always 0", async () => {
		const clock = deviceWith({ ...time, 15: 0x88, 18: 0x40 });
		expect((await guessDevice(0x68, [], clock.read))?.kind.id).toBe("ds3231");
		const older = deviceWith({ ...time, 7: 0x10, 15: 0x70, 18: 0x3f });
		expect((await guessDevice(0x68, [], older.read))?.kind.id).toBe("ds1307");
	});

	it("knows weather sensors by their identity", async () => {
		expect((await guessDevice(0x76, [], deviceWith({ 208: 0x60 }).read))?.kind.id).toBe("bme280");
		expect((await guessDevice(0x76, [], deviceWith({ 208: 0x58 }).read))?.kind.id).toBe("bmp280");
		expect((await guessDevice(0x77, [], deviceWith({ 208: 0x55 }).read))?.kind.name).toBe("BMP180");
	});

	it("takes what identifies itself as nothing else for a memory where memories are", async () => {
		const guess = await guessDevice(0x50, [0x50], deviceWith({}).read);
		expect(guess?.kind.access).toBe("memory16");
		expect(guess?.evidence.weight).toBe(1);
	});

	it("names the risk of reading a memory by two bytes that may have places of one", async () => {
		for (const kind of deviceKinds.filter(({ access }) => access === "memory16"))
			expect(kind.risk).toBeDefined();
		expect((await guessDevice(0x50, [0x50], deviceWith({}).read))?.kind.risk).toContain("24C01");
	});

	it("takes a memory beside a clock for the one of clock modules", async () => {
		const { read } = deviceWith({});
		expect((await guessDevice(0x57, [0x57, 0x68], read))?.evidence.text).toBe("as on clock modules");
	});

	it("guesses nothing where nothing fits, or nobody answers", async () => {
		expect(kindsAt(0x0b)).toEqual([]);
		expect(await guessDevice(0x0b, [], deviceWith({}).read)).toBeUndefined();
		expect(await guessDevice(0x53, [], async () => undefined)).toMatchObject({ kind: { what: "EEPROM" } });
		expect(await guessDevice(0x6a, [], async () => undefined)).toBeUndefined();
	});
});
