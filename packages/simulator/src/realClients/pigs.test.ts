import { execFile } from "node:child_process";
import { describe, expect, onTestFinished, test } from "vitest";
import { reasonToSkip } from "../optionalProgram.ts";
import { startSimulator } from "../startSimulator.ts";

const reason = reasonToSkip("pigs", ["help"], "apt-get install pigpio-tools");
const title = "pigs";

interface Answer {
	readonly lines: readonly string[];
	readonly errors: string;
	readonly status: number;
}

/** Starts a simulator and returns a function that gives it a line of commands by Debian's pigs. */
async function start(): Promise<(line: string) => Promise<Answer>> {
	const simulator = await startSimulator({ port: 0, host: "127.0.0.1", bench: "none" });
	onTestFinished(() => simulator.close());
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
