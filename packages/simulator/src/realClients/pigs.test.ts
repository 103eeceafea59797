import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommandName, commandNames, commands, pigpioErrors } from "@gpioscope/protocol";
import { describe, expect, onTestFinished, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";
import { startSimulator } from "../startSimulator.ts";
import { pigsCalls } from "./pigsCalls/index.ts";

const reason = reasonToSkip("pigs", ["help"], "apt-get install pigpio-tools");
const title = "pigs";

interface Answer {
	readonly lines: readonly string[];
	readonly errors: string;
	readonly status: number;
}

const bench = {
	name: "pigs",
	devices: [
		{ kind: "lm75", pins: { sda: 2, scl: 3 }, options: { celsius: 22.5, wander: 0 } },
		{ kind: "eeprom24c32", pins: { sda: 2, scl: 3 } },
		{ kind: "mcp3008", pins: { cs: 8, miso: 9, mosi: 10, sclk: 11 }, options: { volts: [1.65], noise: 0 } },
	],
};

/** Makes the files of a Pi, and the bench beside them. @returns the folder of both */
function makeFiles(): string {
	const folder = mkdtempSync(join(tmpdir(), "gpioscope-pigs-"));
	mkdirSync(join(folder, "root/opt/pigpio/cgi"), { recursive: true });
	mkdirSync(join(folder, "root/home/pi"), { recursive: true });
	writeFileSync(join(folder, "root/opt/pigpio/access"), "/home/pi/* u\n");
	writeFileSync(join(folder, "root/home/pi/a.txt"), "abc\n");
	const sum = join(folder, "root/opt/pigpio/cgi/sum");
	writeFileSync(sum, "#!/bin/sh\nexit $(($1 + $2))\n");
	chmodSync(sum, 0o755);
	writeFileSync(join(folder, "bench.json"), JSON.stringify(bench));
	return folder;
}

/** Starts a simulator and returns a function that gives it a line of commands by Debian's pigs. */
async function start(): Promise<(line: string) => Promise<Answer>> {
	const folder = makeFiles();
	const simulator = await startSimulator({
		port: 0,
		host: "127.0.0.1",
		bench: join(folder, "bench.json"),
		options: { files: join(folder, "root"), serialEcho: true },
	});
	onTestFinished(async () => {
		await simulator.close();
		rmSync(folder, { recursive: true });
	});
	const env = { ...process.env, PIGPIO_ADDR: "127.0.0.1", PIGPIO_PORT: String(simulator.port) };
	return (line) =>
		new Promise((resolve) => {
			const child = execFile("pigs", line.split(" "), { env, timeout: 10_000 }, (_, stdout, stderr) => {
				const lines = stdout.split("\n").filter((text) => text !== "");
				resolve({ lines, errors: stderr.trim(), status: child.exitCode ?? -1 });
			});
		});
}

describe.skipIf(reason !== undefined)(reason ? `${title} (skipped: ${reason})` : title, () => {
	test.each([
		["pigpv hwver", ["79", "10494082"]],
		["w 4 1 r 4 w 4 0 r 4 mg 4", ["1", "0", "1"]],
		["m 17 r pud 17 u r 17 pud 17 d r 17", ["1", "0"]],
		["m 17 5 mg 17", ["2"]],
		[
			"pfs 18 1000 prs 18 100 p 18 30 gdc 18 pfg 18 prg 18 prrg 18",
			["1000", "200", "30", "1000", "100", "200"],
		],
		["s 12 1500 gpw 12 s 12 0 gpw 12", ["1500", "0"]],
		["m 20 w m 21 w bs1 0x300000 r 20 r 21 bc1 0x100000 r 20 r 21", ["1", "1", "0", "1"]],
		["wvclr wvag 0x10 0 100 0 0x10 200 wvsm 0 wvsp 0 wvsc 0 wvcre", ["2", "300", "2", "4", "0"]],
		["wvag 0 0 10 wvcre wvtx 0 wvhlt wvtat wvdel 0", undefined],
		["pads 0 16 padg 0 mics 100 mils 2", ["16"]],
		["wdog 4 10 wdog 4 0 fg 4 100 fg 4 0 fn 4 100 200 trig 4 10 1 evt 3", []],
	])("%s", async (line, expected) => {
		const pigs = await start();
		const { lines, errors } = await pigs(line);
		expect(errors).toBe("");
		if (expected) expect(lines).toEqual(expected);
	});

	describe("every command", () => {
		test.each(Object.entries(pigsCalls))("%s", async (name, { lines, says, wrong, refusal }) => {
			const pigs = await start();
			let answer: Answer = { lines: [], errors: "", status: 0 };
			for (const line of lines) {
				answer = await pigs(line);
				expect(answer).toMatchObject({ errors: "", status: 0 });
			}
			if (lines.length > 0) {
				const matches = says.map((said) => (typeof said === "string" ? said : expect.stringMatching(said)));
				expect(answer.lines).toEqual(matches);
			}
			const hasParameters = Object.keys(commands[name as CommandName].params).length > 0;
			expect(wrong !== undefined || !hasParameters, "has a refused call").toBe(true);
			if (wrong === undefined) return;
			const fresh = await start();
			const refused = await fresh(wrong);
			const text = typeof refusal === "number" ? pigpioErrors[refusal]?.text : undefined;
			expect(refused).toMatchObject({
				errors: typeof refusal === "string" ? refusal : `ERROR: ${text}`,
				status: 253,
			});
			if (typeof refusal === "number") expect(Number.parseInt(refused.lines.at(-1) ?? "", 10)).toBe(refusal);
		});

		test("is one of the table's", () => {
			const notSent = ["help", "parseScript", "openNotification"];
			expect(Object.keys(pigsCalls).sort()).toEqual(
				commandNames.filter((name) => !notSent.includes(name)).sort(),
			);
		});
	});

	test("what is not sent to the daemon is pigs' own affair", async () => {
		const pigs = await start();
		expect((await pigs("h")).lines).toContainEqual(expect.stringMatching(/^BI2CC sda /));
		expect(await pigs("parse nonsense")).toMatchObject({ errors: "Unknown command: nonsense", status: 0 });
		expect(await pigs("noib")).toMatchObject({
			errors: "noib? unknown command, pigs h for help",
			status: 253,
		});
	});

	test("a wave is played and ends by itself", async () => {
		const pigs = await start();
		await pigs("m 4 w wvclr wvag 16 0 1000 0 16 1000 wvcre");
		expect((await pigs("wvtxr 0 wvbsy wvtat")).lines).toEqual(["5", "1", "0"]);
		expect((await pigs("wvhlt wvbsy wvtat")).lines).toEqual(["0", "9999"]);
		expect((await pigs("wvtx 0 mils 30 wvbsy")).lines).toEqual(["5", "0"]);
		expect((await pigs("wvcha 255 0 0 255 1 2 0 mils 30 wvbsy")).lines).toEqual(["0"]);
	});

	test("errors have the daemon's number and text", async () => {
		const pigs = await start();
		expect(await pigs("w 54 1")).toMatchObject({ errors: "ERROR: GPIO not 0-53" });
		expect(await pigs("w 30 1")).toMatchObject({
			lines: ["-41"],
			errors: "ERROR: no permission to update GPIO",
		});
		expect(await pigs("wvtx 7 r 4")).toMatchObject({
			lines: ["-66", "1"],
			errors: "ERROR: non existent wave id",
			status: 253,
		});
	});

	test("the tick goes on", async () => {
		const pigs = await start();
		const [before = 0, after = 0] = (await pigs("t mils 20 t")).lines.map(Number);
		expect(after - before).toBeGreaterThanOrEqual(20_000);
		expect(after - before).toBeLessThan(1_000_000);
	});
});
