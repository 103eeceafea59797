import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";
import { startSimulator } from "../startSimulator.ts";

const python = "/usr/bin/python3";
const reason = reasonToSkip(python, ["-c", "import pigpio"], "apt-get install python3-pigpio");
const title = "python3-pigpio reads the devices of the default bench";

interface Found {
	readonly addresses: number[];
	readonly thermometer: number[];
	readonly clock: number[];
	readonly eeprom: string;
	readonly weather: number;
	readonly adc: number[];
	readonly dht22: number[];
	readonly gps: string;
}

describe.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, () => {
	let found: Found;

	beforeAll(async () => {
		const simulator = await startSimulator({ port: 0, host: "127.0.0.1", bench: "default" });
		const script = fileURLToPath(new URL("benchDevices.py", import.meta.url));
		const { stdout } = await promisify(execFile)(python, [script, String(simulator.port)], {
			timeout: 80_000,
		});
		await simulator.close();
		found = JSON.parse(stdout);
	}, 90_000);

	test("a scan of the I2C bus finds its five chips", () => {
		expect(found.addresses).toEqual([0x3c, 0x48, 0x57, 0x68, 0x76]);
	});

	test("registers and memory", () => {
		const [degrees = 0, half] = found.thermometer;
		expect(Math.abs(degrees - 22)).toBeLessThanOrEqual(1);
		expect([0, 0x80]).toContain(half);
		// The first of January 2026, a Thursday, noon.
		expect(found.clock.slice(2)).toEqual([0x12, 4, 1, 1, 0x26]);
		expect(found.eeprom).toBe("gpioscope");
		expect(found.weather).toBe(0x60);
	});

	test("a voltage over SPI", () => {
		const [, high = 0, low = 0] = found.adc;
		expect(Math.abs((((high & 3) << 8) | low) - 512)).toBeLessThanOrEqual(2);
	});

	test("a DHT22 by its edges", () => {
		const [humidity = 0, humidityLow = 0, warm = 0, warmLow = 0, sum] = found.dht22;
		expect(sum).toBe((humidity + humidityLow + warm + warmLow) & 0xff);
		expect(Math.abs(humidity * 256 + humidityLow - 482)).toBeLessThanOrEqual(4);
		expect(Math.abs(warm * 256 + warmLow - 234)).toBeLessThanOrEqual(4);
	});

	test("the GPS receiver on the serial port", () => {
		expect(found.gps).toContain("$GPGGA,");
	});
});
