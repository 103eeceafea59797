import { expect, test } from "vitest";
import { controlOf } from "./testing/controlOf.ts";
import { TestI2c } from "./testing/TestI2c.ts";
import { TestPi } from "./testing/TestPi.ts";

const address = 0x76;

async function start(options: Record<string, unknown> = {}) {
	const pi = await TestPi.start();
	const device = pi.attach("bme280", { sda: 2, scl: 3 }, { wander: 0, ...options });
	const bus = new TestI2c(pi, 2, 3, 400_000);
	const read = (register: number, count: number) => {
		const bytes = bus.read(address, count, register);
		if (bytes === undefined) throw new Error("not acknowledged");
		return new DataView(Uint8Array.from(bytes).buffer);
	};
	const set = (name: string, value: number) => controlOf(device, name, "number").set(value);
	return { pi, bus, read, set };
}

/** The data sheet's compensation with whole numbers (section 4.2.3), in its own steps: 0.01 degC, Pa/256, %/1024. */
function compensate(t: DataView, h1: number, h: DataView, raw: DataView) {
	const big = (value: number) => BigInt(value);
	const twenty = (at: number) =>
		(raw.getUint8(at) << 12) | (raw.getUint8(at + 1) << 4) | (raw.getUint8(at + 2) >> 4);
	const [t1, t2, t3] = [t.getUint16(0, true), t.getInt16(2, true), t.getInt16(4, true)];
	const adcT = twenty(3);
	const tv1 = (((adcT >> 3) - (t1 << 1)) * t2) >> 11;
	const tv2 = (((((adcT >> 4) - t1) * ((adcT >> 4) - t1)) >> 12) * t3) >> 14;
	const fine = tv1 + tv2;

	const p = (index: number) => big(index === 1 ? t.getUint16(6, true) : t.getInt16(4 + 2 * index, true));
	let v1 = big(fine) - 128000n;
	let v2 = v1 * v1 * p(6);
	v2 += (v1 * p(5)) << 17n;
	v2 += p(4) << 35n;
	v1 = ((v1 * v1 * p(3)) >> 8n) + ((v1 * p(2)) << 12n);
	v1 = (((1n << 47n) + v1) * p(1)) >> 33n;
	let pressure = 1048576n - big(twenty(0));
	pressure = (((pressure << 31n) - v2) * 3125n) / v1;
	v1 = (p(9) * (pressure >> 13n) * (pressure >> 13n)) >> 25n;
	v2 = (p(8) * pressure) >> 19n;
	pressure = ((pressure + v1 + v2) >> 8n) + (p(7) << 4n);

	const [h2, h3, h6] = [h.getInt16(0, true), h.getUint8(2), h.getInt8(6)];
	const h4 = (h.getInt8(3) << 4) | (h.getUint8(4) & 0x0f);
	const h5 = (h.getInt8(5) << 4) | (h.getUint8(4) >> 4);
	let x = fine - 76800;
	x =
		(((raw.getUint16(6) << 14) - (h4 << 20) - h5 * x + 16384) >> 15) *
		(((((((x * h6) >> 10) * (((x * h3) >> 11) + 32768)) >> 10) + 2097152) * h2 + 8192) >> 14);
	x -= ((((x >> 15) * (x >> 15)) >> 7) * h1) >> 4;
	x = Math.min(419430400, Math.max(0, x));
	return {
		celsius: ((fine * 5 + 128) >> 8) / 100,
		hectopascal: Number(pressure) / 25600,
		humidity: (x >> 12) / 1024,
	};
}

test.each([
	[22.4, 46.5, 1008.6],
	[-39, 5, 320],
	[84, 95, 1090],
	[0, 50, 700],
])(
	"%f degrees, %f %%, %f hPa come out of the data sheet's compensation",
	async (celsius, humidity, hectopascal) => {
		const { pi, bus, read, set } = await start();
		set("temperature", celsius);
		set("humidity", humidity);
		set("pressure", hectopascal);
		// Humidity x1, filter on, temperature and pressure x16, forced.
		bus.write(address, 0xf2, 1, 0xf5, 0x04, 0xf4, 0b101_101_01);
		pi.pass(100_000);
		const result = compensate(read(0x88, 24), read(0xa1, 1).getUint8(0), read(0xe1, 7), read(0xf7, 8));
		expect(result.celsius).toBeCloseTo(celsius, 1);
		expect(Math.abs(result.hectopascal - hectopascal)).toBeLessThan(0.05);
		expect(Math.abs(result.humidity - humidity)).toBeLessThan(0.05);
	},
);

test("id, reset, and what can be written", async () => {
	const { bus, read } = await start();
	expect(read(0xd0, 1).getUint8(0)).toBe(0x60);
	bus.write(address, 0xf2, 0xff, 0xf5, 0xa8, 0xd0, 0x11, 0x88, 0x22);
	expect([read(0xf2, 1), read(0xf5, 1), read(0xd0, 1)].map((view) => view.getUint8(0))).toEqual([
		7, 0xa8, 0x60,
	]);
	expect(read(0x88, 2).getUint16(0, true)).toBe(27504);
	bus.write(address, 0xe0, 0xb6);
	expect([read(0xf2, 1), read(0xf5, 1)].map((view) => view.getUint8(0))).toEqual([0, 0]);
});

test("asleep it holds the values of skipped sensors; forced it measures once and says so", async () => {
	const { pi, bus, read } = await start();
	const data = () => [...new Uint8Array(read(0xf7, 8).buffer)];
	const status = () => read(0xf3, 1).getUint8(0);
	const nothing = [0x80, 0, 0, 0x80, 0, 0, 0x80, 0];
	expect(data()).toEqual(nothing);
	// Temperature alone, x1: 16 bits.
	bus.write(address, 0xf4, 0b001_000_01);
	expect(status()).toBe(8);
	pi.pass(5000);
	expect([status(), read(0xf4, 1).getUint8(0)]).toEqual([0, 0b001_000_00]);
	const bytes = data();
	expect([...bytes.slice(0, 3), ...bytes.slice(6)]).toEqual([0x80, 0, 0, 0x80, 0]);
	expect(bytes.slice(3, 5)).not.toEqual([0x80, 0]);
	expect(bytes[5]).toBe(0);
});

test("in normal mode every read is fresh; humidity's oversampling waits for the control register", async () => {
	const { bus, read, set } = await start();
	bus.write(address, 0xf4, 0b001_001_11);
	const temperature = () => read(0xfa, 2).getUint16(0);
	const before = temperature();
	set("temperature", 60);
	expect(temperature()).not.toBe(before);
	const humidity = () => read(0xfd, 2).getUint16(0);
	bus.write(address, 0xf2, 1);
	expect(humidity()).toBe(0x8000);
	bus.write(address, 0xf4, 0b001_001_11);
	expect(humidity()).not.toBe(0x8000);
});
