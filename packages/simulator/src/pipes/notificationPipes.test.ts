import {
	closeSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeReport, REPORT_BYTES } from "@gpioscope/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { WaitingClient } from "../server/WaitingClient.ts";
import { type Simulator, startSimulator } from "../startSimulator.ts";

/** What a pipe of Linux holds. */
const PIPE_BYTES = 65_536;

let folder = "";
let simulator: Simulator;
let client: WaitingClient;
let clock: VirtualClock;
let problems: unknown[] = [];
const path = process.env["PATH"];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-pipes-"));
	clock = new VirtualClock();
	problems = [];
	simulator = await startSimulator({
		port: 0,
		host: "127.0.0.1",
		clock,
		options: { files: folder, commandPipe: false },
		onError: (error) => problems.push(error),
	});
	client = await WaitingClient.open(simulator.port);
});

afterEach(async () => {
	process.env["PATH"] = path;
	client.close();
	await simulator.close();
	rmSync(folder, { recursive: true });
});

/** All reports that lie in a pipe. */
function drain(name: string) {
	const descriptor = openSync(join(folder, name), constants.O_RDONLY | constants.O_NONBLOCK);
	const bytes = Buffer.alloc(2 * PIPE_BYTES);
	let length = 0;
	try {
		for (;;) length += readSync(descriptor, bytes, length, bytes.length - length, null);
	} catch (error) {
		expect(error).toMatchObject({ code: "EAGAIN" });
	} finally {
		closeSync(descriptor);
	}
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	const reports = Array.from({ length: length / REPORT_BYTES }, (_, index) =>
		decodeReport(view, index * REPORT_BYTES),
	);
	expect(length % REPORT_BYTES).toBe(0);
	return reports;
}

async function toggle(times: number): Promise<void> {
	for (let index = 0; index < times; index++) {
		await client.call("write", { gpio: 17, level: index % 2 === 0 ? 1 : 0 });
		clock.advance(1000);
	}
}

describe("NO with a folder for files", () => {
	it("writes reports to dev/pigpioN until NC", async () => {
		expect(await client.call("openNotificationPipe", {})).toBe(0);
		expect(await client.call("openNotificationPipe", {})).toBe(1);
		expect(statSync(join(folder, "dev/pigpio0")).isFIFO()).toBe(true);
		expect(statSync(join(folder, "dev/pigpio0")).mode & 0o777).toBe(0o664);
		await client.call("beginNotification", { handle: 1, bits: 1 << 17 });
		await toggle(4);
		const reports = drain("dev/pigpio1");
		expect(reports.map(({ seqno, level }) => [seqno, (level >>> 17) & 1])).toEqual([
			[0, 1],
			[1, 0],
			[2, 1],
			[3, 0],
		]);
		expect(drain("dev/pigpio0")).toEqual([]);
		expect(await client.call("closeNotification", { handle: 1 })).toBe(0);
		clock.advance(2000);
		expect(readdirSync(join(folder, "dev"))).toEqual(["pigpio0"]);
		expect(await client.call("openNotificationPipe", {})).toBe(1);
		expect(drain("dev/pigpio1")).toEqual([]);
		await simulator.close();
		expect(readdirSync(join(folder, "dev"))).toEqual([]);
	});

	it("drops whole reports when nobody reads, and goes on counting", async () => {
		await client.call("openNotificationPipe", {});
		await client.call("beginNotification", { handle: 0, bits: 1 << 18 });
		// 8000 changes a second.
		await client.call("setPwmFrequency", { gpio: 18, frequency: 4000 });
		await client.call("setPwm", { gpio: 18, dutyCycle: 128 });
		clock.advance(1_000_000);
		await client.call("setPwm", { gpio: 18, dutyCycle: 0 });
		clock.advance(10_000);
		const kept = drain("dev/pigpio0");
		expect(kept.length).toBeLessThanOrEqual(PIPE_BYTES / REPORT_BYTES);
		expect(kept.length).toBeGreaterThan(5000);
		expect(kept.map(({ seqno }) => seqno)).toEqual(kept.map((_, index) => index));
		await client.call("setPwm", { gpio: 18, dutyCycle: 128 });
		clock.advance(10_000);
		const [next] = drain("dev/pigpio0");
		expect(next?.seqno).toBeGreaterThan(7900);
		expect(problems).toEqual([]);
	});

	it("replaces a pipe that was left behind, and nothing else", async () => {
		await client.call("openNotificationPipe", {});
		expect(await client.call("openNotificationPipe", {})).toBe(1);
		writeFileSync(join(folder, "dev/pigpio2"), "mine");
		expect(await client.call("openNotificationPipe", {})).toBe(-23);
		expect(String(problems[0])).toMatch(/pigpio2: something else has that name/);
		rmSync(join(folder, "dev/pigpio2"));
		expect(await client.call("openNotificationPipe", {})).toBe(2);
	});

	it("makes no pipe outside", async () => {
		const outside = mkdtempSync(join(tmpdir(), "gpioscope-outside-"));
		symlinkSync(outside, join(folder, "dev"));
		expect(await client.call("openNotificationPipe", {})).toBe(-23);
		expect(String(problems[0])).toMatch(/leads out/);
		expect(readdirSync(outside)).toEqual([]);
		rmSync(outside, { recursive: true });
	});

	it("says that mkfifo is missing", async () => {
		mkdirSync(join(folder, "empty"));
		process.env["PATH"] = join(folder, "empty");
		expect(await client.call("openNotificationPipe", {})).toBe(-23);
		expect(String(problems[0])).toMatch(/mkfifo is not there; install coreutils/);
		process.env["PATH"] = path;
		expect(await client.call("openNotificationPipe", {})).toBe(0);
		expect(existsSync(join(folder, "dev/pigpio0"))).toBe(true);
	});

	it("keeps a handle from others while its pipe is made", async () => {
		const second = await WaitingClient.open(simulator.port);
		const numbers = await Promise.all([
			client.call("openNotificationPipe", {}),
			second.call("openNotificationPipe", {}),
		]);
		expect(numbers.sort()).toEqual([0, 1]);
		second.close();
	});
});
