import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	watch,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { commands, encodeRequest, HEADER_BYTES } from "@gpioscope/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { WaitingClient } from "../server/WaitingClient.ts";
import { type Simulator, startSimulator } from "../startSimulator.ts";

const HALTED = 1;

let folder = "";
let simulator: Simulator;
const clock = new VirtualClock();
const clients: WaitingClient[] = [];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-shell-"));
	mkdirSync(join(folder, "opt/pigpio/cgi"), { recursive: true });
	simulator = await startSimulator({ port: 0, host: "127.0.0.1", clock, options: { files: folder } });
});

afterEach(async () => {
	for (const client of clients.splice(0)) client.close();
	await simulator.close();
	rmSync(folder, { recursive: true });
});

function addScript(name: string, text: string, mode = 0o755): void {
	const path = join(folder, "opt/pigpio/cgi", name);
	writeFileSync(path, text);
	chmodSync(path, mode);
}

async function connect(): Promise<WaitingClient> {
	const client = await WaitingClient.open(simulator.port);
	clients.push(client);
	return client;
}

function requestOf(name: string, text = ""): Buffer {
	const request = Buffer.alloc(HEADER_BYTES + name.length + 1 + text.length);
	request.writeUInt32LE(commands.runShell.code, 0);
	request.writeUInt32LE(name.length, 4);
	request.writeUInt32LE(request.length - HEADER_BYTES, 12);
	request.write(`${name}\0${text}`, HEADER_BYTES, "latin1");
	return request;
}

async function shell(name: string, text = ""): Promise<number> {
	const client = await connect();
	return (await client.askBytes(requestOf(name, text))).result;
}

/** Resolves when a file below the folder is there. */
function appears(name: string): Promise<void> {
	const path = join(folder, name);
	return new Promise((resolve) => {
		const watcher = watch(dirname(path), () => look());
		const look = () => {
			if (!existsSync(path)) return;
			watcher.close();
			resolve();
		};
		look();
	});
}

describe("SHELL", () => {
	it.each([
		["exit 0", 0],
		["exit 3", 3 * 256],
		["exit 255", 255 * 256],
		["kill -9 $$", (128 + 9) * 256],
		["kill -15 $$", (128 + 15) * 256],
	])("answers the wait status of %s", async (line, status) => {
		addScript("script", `#!/bin/sh\n${line}\n`);
		expect(await shell("script")).toBe(status);
	});

	it("tells what cannot be run as a shell does", async () => {
		addScript("noexec", "#!/bin/sh\n", 0o644);
		addScript("nointerpreter", "#!/nowhere/sh\n");
		mkdirSync(join(folder, "opt/pigpio/cgi/folder"));
		expect(await shell("none")).toBe(32512);
		expect(await shell("x".repeat(300))).toBe(32512);
		expect(await shell("nointerpreter")).toBe(32512);
		expect(await shell("noexec")).toBe(32256);
		expect(await shell("folder")).toBe(32256);
		expect(await shell("")).toBe(32256);
		expect(await shell("../cgi/noexec")).toBe(-140);
		expect(await shell("no.dots")).toBe(-140);
	});

	it("runs a script without an interpreter line by the shell", async () => {
		addScript("plain", "exit 5\n");
		expect(await shell("plain")).toBe(5 * 256);
	});

	it("is ended by a restart, and what the client asked after it is not performed by the new Pi", async () => {
		addScript("wait", "#!/bin/sh\ntouch begun\nsleep 60\n");
		const client = await connect();
		const write = encodeRequest("write", { gpio: 4, level: 0 });
		void client.askBytes(Buffer.concat([requestOf("wait"), write]));
		await appears("begun");
		const { shell: scripts } = simulator.daemon;
		await simulator.control.call("restartDaemon");
		await scripts.idle();
		expect(simulator.board.getMode(4)).toBe(0);
	});

	it("gives words as they are, and to no shell", async () => {
		addScript("words", '#!/bin/sh\nfor word; do echo "[$word]"; done > said\n');
		expect(await shell("words", "1 'two words' $HOME `id` $(touch hole) ; touch hole > hole *")).toBe(0);
		expect(readFileSync(join(folder, "said"), "utf8")).toBe(
			"[1]\n[two words]\n[$HOME]\n[`id`]\n[$(touch]\n[hole)]\n[;]\n[touch]\n[hole]\n[>]\n[hole]\n[*]\n",
		);
		expect(existsSync(join(folder, "hole"))).toBe(false);
		expect(await shell("words", "'open")).toBe(2 * 256);
	});

	it("gives an environment with a path only, and the folder to work in", async () => {
		addScript("env", "#!/bin/sh\n/usr/bin/env > vars\npwd > place\n");
		process.env["GPIOSCOPE_SECRET"] = "secret";
		expect(await shell("env")).toBe(0);
		delete process.env["GPIOSCOPE_SECRET"];
		const names = readFileSync(join(folder, "vars"), "utf8").matchAll(/^(\w+)=/gm);
		expect(
			[...names]
				.map(([, name]) => name)
				.filter((name) => !["PWD", "OLDPWD", "_", "SHLVL"].includes(name ?? "")),
		).toEqual(["PATH"]);
		expect(readFileSync(join(folder, "place"), "utf8").trim()).toBe(simulator.daemon.shell.folder);
	});

	it("runs no script that a link leads out to", async () => {
		const outside = mkdtempSync(join(tmpdir(), "gpioscope-outside-"));
		writeFileSync(join(outside, "script"), "#!/bin/sh\nexit 9\n", { mode: 0o755 });
		symlinkSync(join(outside, "script"), join(folder, "opt/pigpio/cgi/link"));
		expect(await shell("link")).toBe(32512);
		rmSync(outside, { recursive: true });
	});

	it("keeps its own connection waiting and no other", async () => {
		addScript("wait", "#!/bin/sh\ntouch started\nwhile [ ! -e go ]; do sleep 0.01; done\nexit 1\n");
		const first = await connect();
		const answer = first.ask("runShell", { call: { name: "wait", text: "" } });
		const behind = first.ask("getVersion", {});
		await appears("started");
		const second = await connect();
		expect(await second.call("getVersion", {})).toBe(79);
		writeFileSync(join(folder, "go"), "");
		expect((await answer).result).toBe(256);
		expect((await behind).result).toBe(79);
	});

	it("runs 32 at a time, and kills them with all they started when it closes", async () => {
		addScript(
			"long",
			'#!/bin/sh\ntouch "started$1"\nsleep 1000 &\necho $! > "child$1"\nmv "child$1" "pid$1"\nwait\n',
		);
		const indices = Array.from({ length: 32 }, (_, index) => index);
		for (const index of indices) {
			const client = await connect();
			client.ask("runShell", { call: { name: "long", text: String(index) } });
		}
		await Promise.all(indices.map((index) => appears(`pid${index}`)));
		expect(await shell("long", "x")).toBe(-139);
		const children = indices.map((index) => Number(readFileSync(join(folder, `pid${index}`), "utf8")));
		for (const pid of children) expect(isAlive(pid)).toBe(true);
		await simulator.close();
		await expect.poll(() => children.filter(isAlive)).toEqual([]);
	});
});

describe("SYS in a script", () => {
	async function runToHalt(text: string): Promise<number[]> {
		const client = await connect();
		const id = await client.call("storeScript", { text });
		clock.advance(1000);
		expect(await client.call("runScript", { script: id, params: [] })).toBe(0);
		for (;;) {
			clock.advance(1000);
			const status = await client.ask("getScriptStatus", { script: id });
			const [state, ...params] = words(status.data);
			if (state === HALTED) return params;
			await new Promise((resolve) => setImmediate(resolve));
		}
	}

	it("passes the accumulator and the levels, and takes the wait status", async () => {
		addScript("script", '#!/bin/sh\necho "$# $1 $2" > said\nexit 7\n');
		const params = await runToHalt("lda -2 sys script sta p0 jz 1 lda 5 sta p1 tag 1");
		expect(params.slice(0, 2)).toEqual([7 * 256, 5]);
		expect(readFileSync(join(folder, "said"), "utf8")).toMatch(/^2 4294967294 \d+\n$/);
	});

	it("stops none of the others while a script waits", async () => {
		addScript("wait", "#!/bin/sh\ntouch started\nwhile [ ! -e go ]; do sleep 0.01; done\nexit 1\n");
		const client = await connect();
		const waiting = await client.call("storeScript", { text: "sys wait sta p0" });
		clock.advance(1000);
		await client.ask("runScript", { script: waiting, params: [] });
		clock.advance(1000);
		await appears("started");
		expect((await runToHalt("lda 3 sta p0"))[0]).toBe(3);
		writeFileSync(join(folder, "go"), "");
		await expect
			.poll(async () => {
				clock.advance(1000);
				const status = await client.ask("getScriptStatus", { script: waiting });
				return words(status.data).slice(0, 2);
			})
			.toEqual([HALTED, 256]);
	});
});

/** The words of a script's status: its state, then its parameters. */
function words(data: Uint8Array): number[] {
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	return Array.from({ length: data.byteLength / 4 }, (_, index) => view.getInt32(index * 4, true));
}

function isAlive(pid: number): boolean {
	try {
		// A zombie nobody has waited for is no longer alive.
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
	} catch {
		return false;
	}
}
