import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	chmodSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseCommandLine } from "../commandLine.ts";
import { type Simulator, startSimulator } from "../startSimulator.ts";

let folder = "";
let simulator: Simulator | undefined;
const readers: Socket[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-pipe-"));
});

afterEach(async () => {
	for (const reader of readers.splice(0)) reader.destroy();
	await simulator?.close();
	rmSync(folder, { recursive: true });
});

async function start(...args: readonly string[]): Promise<Simulator> {
	const line = ["-p", "0", "--bench", "none", "--files", folder, ...args];
	simulator = await startSimulator({ ...parseCommandLine(line).start, host: "127.0.0.1" });
	return simulator;
}

/** Writes to the pipe of commands, as a program of its own: opening and writing may have to wait. */
async function say(text: string): Promise<void> {
	const writer = spawn("/bin/sh", ["-c", 'cat > "$0"', join(folder, "dev/pigpio")], {
		stdio: ["pipe", "ignore", "inherit"],
	});
	writer.stdin.end(text);
	await once(writer, "exit");
}

/** Reads a pipe. @returns a function that waits for lines and takes them */
function listen(name: string): (count: number) => Promise<string[]> {
	const descriptor = openSync(join(folder, "dev", name), constants.O_RDONLY | constants.O_NONBLOCK);
	const socket = new Socket({ fd: descriptor, readable: true, writable: false });
	readers.push(socket);
	let text = "";
	socket.on("data", (chunk) => {
		text += chunk;
	});
	return async (count) => {
		while (text.split("\n").length <= count) await once(socket, "data");
		const lines = text.split("\n");
		text = lines.slice(count).join("\n");
		return lines.slice(0, count);
	};
}

describe("commands by text through dev/pigpio", () => {
	it("are answered in dev/pigout, each by its kind", async () => {
		const { daemon } = await start();
		const answers = listen("pigout");
		await say("w 17 1 r 17 mg 17 br2 hwver pigpv cgi\n");
		const upper = (daemon.board.high.level >>> 0).toString(16).toUpperCase().padStart(8, "0");
		expect(await answers(7)).toEqual(["0", "1", "1", upper, "10494082", "79", "0"]);
		expect(daemon.board.low.level & (1 << 17)).not.toBe(0);
		await say("cf2 0 10 1 2 3 w 60 1\n");
		expect(await answers(2)).toEqual(["3 3 2 1", "-3"]);
		await say("proc sta p3 halt\n");
		expect(await answers(1)).toEqual(["0"]);
		await say("mils 5 procp 0\n");
		expect(await answers(2)).toEqual(["0", "1 0 0 0 0 0 0 0 0 0 0"]);
		await say("h\n");
		expect(await answers(3)).toContainEqual(expect.stringMatching(/^BC2 bits /));
	});

	it("are done one after another, also those that take time and those of a shell", async () => {
		mkdirSync(join(folder, "opt/pigpio/cgi"), { recursive: true });
		writeFileSync(join(folder, "opt/pigpio/cgi/three"), "#!/bin/sh\nexit 3\n");
		chmodSync(join(folder, "opt/pigpio/cgi/three"), 0o755);
		await start();
		const answers = listen("pigout");
		await say("t mils 20 t\nshell three\n");
		await say("pigpv\n");
		const [before, waited, after, status, version] = await answers(5);
		expect([waited, status, version]).toEqual(["0", "768", "79"]);
		const passed = (Number(after) - Number(before)) >>> 0;
		expect(passed).toBeGreaterThanOrEqual(20_000);
	});

	it("that are not understood end their line, and dev/pigerr says why", async () => {
		await start();
		const answers = listen("pigout");
		const problems = listen("pigerr");
		await say("pigpv nonsense 1 pigpv\npigpv\nw 60 1\n");
		expect(await answers(4)).toEqual(["79", "-29", "79", "-3"]);
		expect(await problems(2)).toEqual([
			expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d not understood: pigpv nonsense 1 pigpv$/),
			expect.stringMatching(/ WRITE: GPIO not 0-53 \(-3\)$/),
		]);
	});

	it("are done also while nobody reads what they answer", async () => {
		const { daemon } = await start();
		const line = `${"pigpv ".repeat(8000)}\n`;
		await say(`${line}${line}${line}w 17 1\n`);
		await expect.poll(() => daemon.board.low.level & (1 << 17), { timeout: 15_000 }).not.toBe(0);
		const answers = listen("pigout");
		expect(await answers(1)).toEqual(["79"]);
	});

	it("have pipes with the daemon's rights, gone at the end and there again after a restart", async () => {
		const { control, close } = await start();
		const rights = (name: string) => statSync(join(folder, "dev", name)).mode & 0o777;
		expect(["pigpio", "pigout", "pigerr"].map(rights)).toEqual([0o662, 0o664, 0o664]);
		// Made last; nobody writes to it meanwhile.
		const made = () => statSync(join(folder, "dev/pigpio"), { bigint: true, throwIfNoEntry: false })?.ctimeNs;
		const before = made();
		await control.call("restartDaemon");
		await expect.poll(() => made() !== undefined && made() !== before).toBe(true);
		const answers = listen("pigout");
		await say("pigpv\n");
		expect(await answers(1)).toEqual(["79"]);
		await close();
		expect(readdirSync(join(folder, "dev"))).toEqual([]);
	});

	it("are off with -f", async () => {
		await start("-f");
		expect(existsSync(join(folder, "dev"))).toBe(false);
	});
});
