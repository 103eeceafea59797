import { expect, test } from "vitest";
import { controlOf, press } from "./testing/controlOf.ts";
import { TestPi } from "./testing/TestPi.ts";
import { dht22Bytes } from "./waveforms/dht22.ts";

const data = 4;

async function start(options: Record<string, unknown> = {}) {
	const pi = await TestPi.start();
	const device = pi.attach("dht22", { data }, { everySeconds: 0, wander: 0, ...options });
	pi.pass(1000);
	pi.record(data);
	/** Pulls the line low as a program does, lets go, and decodes what comes; undefined for silence. */
	const read = (low = 1200) => {
		pi.call("write", { gpio: data, level: 0 });
		pi.pass(low);
		pi.edges.length = 0;
		pi.call("setMode", { gpio: data, mode: 0 });
		const released = pi.now;
		pi.pass(8000);
		const highs = pi.edges.flatMap(({ time, level }, index) =>
			level === 0 && index > 0 ? [time - (pi.edges[index - 1]?.time ?? 0)] : [],
		);
		// The line rises when it is let go: what the host held, the answer's high, 40 bits.
		if (highs.length === 0) return undefined;
		expect(highs).toHaveLength(42);
		const answer = (pi.edges.find(({ level }) => level === 0)?.time ?? 0) - released;
		const bits = highs.slice(2);
		const bytes = [0, 1, 2, 3, 4].map((byte) =>
			bits.slice(byte * 8, byte * 8 + 8).reduce((value, high) => value * 2 + (high > 48 ? 1 : 0), 0),
		);
		return { answer, answerHigh: highs[1] ?? 0, bits, bytes };
	};
	return { pi, device, read };
}

test("a start pulse is answered with the reading, within the data sheet's times", async () => {
	const { read } = await start({ celsius: -10.1, humidity: 65.2 });
	const reading = read();
	expect(reading?.bytes).toEqual([0x02, 0x8c, 0x80, 0x65, 0x73]);
	expect(reading?.answer).toBeGreaterThanOrEqual(20);
	expect(reading?.answer).toBeLessThanOrEqual(40);
	expect(Math.abs((reading?.answerHigh ?? 0) - 80)).toBeLessThanOrEqual(5);
	for (const high of reading?.bits ?? []) {
		expect((high >= 22 && high <= 30) || (high >= 66 && high <= 75)).toBe(true);
	}
});

test("a low that is too short is not answered, a very long one is", async () => {
	const { read } = await start();
	expect(read(800)).toBeUndefined();
	expect(read(20_000)).toBeDefined();
});

test("asked within two seconds it sends its last reading", async () => {
	const { pi, device, read } = await start({ celsius: 20 });
	controlOf(device, "humidity", "number").set(50);
	expect(read()?.bytes).toEqual(dht22Bytes(50, 20));
	controlOf(device, "temperature", "number").set(30);
	expect(read()?.bytes).toEqual(dht22Bytes(50, 20));
	pi.pass(2e6);
	expect(read()?.bytes).toEqual(dht22Bytes(50, 30));
});

test("a spoilt reading has a wrong checksum, once; an unplugged sensor is silent", async () => {
	const { device, read } = await start();
	press(device, "spoil");
	const sum = (bytes: readonly number[] = []) =>
		bytes.slice(0, 4).reduce((total, byte) => total + byte, 0) & 0xff;
	const [spoilt, whole] = [read()?.bytes, read()?.bytes];
	expect(sum(spoilt)).not.toBe(spoilt?.[4]);
	expect(sum(whole)).toBe(whole?.[4]);
	controlOf(device, "connected", "switch").set(false);
	expect(read()).toBeUndefined();
});

test("another controller's readings and the Pi's go on beside each other", async () => {
	const { pi, read } = await start({ everySeconds: 2 });
	pi.edges.length = 0;
	pi.pass(2.5e6);
	expect(pi.edges.length).toBeGreaterThan(80);
	expect(read()?.bytes).toHaveLength(5);
});
