import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";
import { deviceKinds } from "./deviceKinds.ts";
import { FakeWorld } from "./FakeWorld.ts";
import { Random } from "./Random.ts";

// What sigrok's decoders, written by others, make of the devices' lines as pigpiod samples them.
const missing = reasonToSkip("sigrok-cli", ["--version"], "apt-get install sigrok-cli");
const title = missing ? `sigrok reads the devices (skipped: ${missing})` : "sigrok reads the devices";

const samplePeriod = 5;

/** Lets a device live and writes its lines as a value change dump, pins by name. */
function capture(kindName: string, options: Record<string, unknown>, seconds: number): string {
	const kind = deviceKinds.find((candidate) => candidate.kind === kindName);
	if (!kind) throw new Error(`no kind ${kindName}`);
	const pins = Object.keys(kind.pins);
	const gpios = Object.fromEntries(pins.map((pin, gpio) => [pin, gpio]));
	const world = new FakeWorld();
	kind.create({ name: kindName, gpios, options, random: new Random(3) }).attach(world);
	world.runTo(seconds * 1e6);
	const symbol = (gpio: number) => String.fromCharCode(33 + gpio);
	const lines = ["$timescale 1 us $end", "$scope module bench $end"];
	for (const [gpio, pin] of pins.entries()) lines.push(`$var wire 1 ${symbol(gpio)} ${pin} $end`);
	lines.push("$upscope $end", "$enddefinitions $end");
	for (const { time, gpio, level } of world.edges) {
		lines.push(`#${Math.ceil(time / samplePeriod) * samplePeriod}`, `${level}${symbol(gpio)}`);
	}
	lines.push(`#${seconds * 1e6}`);
	return lines.join("\n");
}

function decode(vcd: string, decoder: string, annotations: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), "sigrok-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, "lines.vcd");
	writeFileSync(file, vcd);
	const args = ["-i", file, "-I", `vcd:downsample=${samplePeriod}`, "-P", decoder, "-A", annotations];
	const text = execFileSync("sigrok-cli", args, { encoding: "utf8" });
	return text.split("\n").flatMap((line) => (line ? [line.replace(/^[\w-]+: /, "")] : []));
}

describe.skipIf(missing !== undefined)(title, () => {
	test("uart: the text, without a framing error", () => {
		const vcd = capture("uartTalker", { lines: ["Button=1\r\n"], everySeconds: 0.1 }, 1.05);
		const bytes = decode(vcd, "uart:rx=data:baudrate=9600:format=ascii", "uart=rx-data:rx-warnings");
		expect(bytes.join("")).toMatch(/^(Button=1\[0D\]\[0A\]){5,}$/);
	});

	test("i2c: readings of the thermometer and calls to a missing chip", () => {
		const vcd = capture("i2cSensor", { missShare: 0.3, everyMillis: 20 }, 1);
		const words = decode(vcd, "i2c:scl=scl:sda=sda", "i2c=addr-data").join(" ");
		expect(words).toContain(
			"Start Write Address write: 48 ACK Data write: 00 ACK Start repeat Read Address read: 48 ACK Data read: 19 ACK Data read: 80 NACK Stop",
		);
		expect(words).toContain("Start Write Address write: 50 NACK Stop");
	});

	test("ir_nec: address, commands and repeat codes", () => {
		const vcd = capture("irRemote", { keys: [0x08], everySeconds: 0.3 }, 4);
		const words = decode(vcd, "ir_nec:ir=data", "ir_nec=addr:cmd:repeat-code:warnings");
		expect(words.slice(0, 2)).toEqual(["Address: 0x04", "Command: 0x08"]);
		expect(new Set(words)).toEqual(new Set(["Address: 0x04", "Command: 0x08", "Repeat code"]));
	});

	test("am230x: humidity, temperature and a right checksum", () => {
		const words = decode(capture("dht22", {}, 6), "am230x:sda=data", "am230x=results");
		expect(words).toContain("Checksum: OK");
		expect(words.join(" ")).toMatch(/Humidity: 4[78]\.\d % Temperature: 23\.\d °C/);
		expect(words.join(" ")).not.toMatch(/not OK|wrong/i);
	});
});
