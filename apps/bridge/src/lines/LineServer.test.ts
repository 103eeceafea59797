import { existsSync, statSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBridge } from "../createBridge.ts";
import { LineBench } from "../testing/LineBench.ts";
import { testConfig } from "../testing/testConfig.ts";
import { MOST_CONNECTIONS } from "./LineServer.ts";

const bench = new LineBench();

beforeEach(() => bench.begin());
afterEach(() => bench.close());

const LISTED = 17;

describe("the line server", () => {
	it("answers in the words of rpi-gpiod", async () => {
		const { bridge } = await bench.bridge({ lines: bench.lines() });
		const client = await bench.connect();
		expect(await client.ask("MODE 0 OUT\n")).toEqual(["OK - operation performed"]);
		expect(await client.ask("WRITE 0 1\n")).toEqual(["OK - operation performed"]);
		expect(await client.ask("READ 0\r\n")).toEqual(["OK - 1"]);
		expect(await client.ask("READ 99\n")).toEqual(["ERROR - unknown port number"]);
		const levels = await bridge.target.pi.readBank1();
		const level = (gpio: number) => (levels >>> gpio) & 1;
		expect(level(17)).toBe(1);
		expect(await client.ask("READALL\n", 1 + LISTED)).toEqual([
			"OK",
			`0  17 GPIO 0 ${level(17)}`,
			`1  18 GPIO 1 ${level(18)}`,
			`2  27 GPIO 2 ${level(27)}`,
			`3  22 GPIO 3 ${level(22)}`,
			`4  23 GPIO 4 ${level(23)}`,
			`5  24 GPIO 5 ${level(24)}`,
			`6  25 GPIO 6 ${level(25)}`,
			`7   4 GPIO 7 ${level(4)}`,
			`8   2 SDA    ${level(2)}`,
			`9   3 SCL    ${level(3)}`,
			`10   8 CE0    ${level(8)}`,
			`11   7 CE1    ${level(7)}`,
			`12  10 MOSI   ${level(10)}`,
			`13   9 MISO   ${level(9)}`,
			`14  11 SCLK   ${level(11)}`,
			`15  14 TxD    ${level(14)}`,
			`16  15 RxD    ${level(15)}`,
		]);
		const info = await client.ask("INFO\n", 5);
		for (const line of info) expect(line).toMatch(/^OK - /);
	});

	it("answers as the article shows when told to", async () => {
		await bench.bridge({ lines: bench.lines({ dialect: "article" }) });
		const client = await bench.connect();
		expect(await client.ask("MODE 1 OUT\nWRITE 1 1\nREAD 1\n", 3)).toEqual(["Ok", "Ok", "1 1"]);
		const all = await client.ask("READALL\n", LISTED);
		expect([all[1], all[8], all[12]]).toEqual(["1 18 GPIO 1 1", "8 2 SDA 1", "12 10 MOSI 0"]);
	});

	it("uses the numbers of the first board where there is one", async () => {
		const daemon = await bench.daemon();
		daemon.revision = 2;
		daemon.level = (1 << 21) | (1 << 1);
		const source = { kind: "pi", destination: { host: "127.0.0.1", port: daemon.port } } as const;
		await bench.bridge({ source, lines: bench.lines() });
		const client = await bench.connect();
		const all = await client.ask("READALL\n", 1 + LISTED);
		expect([all[3], all[9], all[10]]).toEqual(["2  21 GPIO 2 1", "8   0 SDA    0", "9   1 SCL    1"]);
		expect(await client.ask("READ 17\nREAD 29\n", 2)).toEqual([
			"ERROR - unknown port number",
			"ERROR - unknown port number",
		]);
	});

	it("offers the other pins of a 40-pin board, too", async () => {
		const { bridge } = await bench.bridge({ lines: bench.lines() });
		await bridge.target.pi.write({ gpio: 21, level: 1 });
		const client = await bench.connect();
		expect(await client.ask("READ 29\nREAD 17\nREAD 32\n", 3)).toEqual([
			"OK - 1",
			"ERROR - unknown port number",
			"ERROR - unknown port number",
		]);
	});

	it("leaves nothing behind, neither its socket nor connections", async () => {
		const { bridge } = await bench.bridge({ lines: bench.lines() });
		const client = await bench.connect();
		await client.ask("READ 0\n");
		expect(statSync(bench.socket).mode & 0o777).toBe(0o660);
		await bridge.close();
		await client.until(() => client.isEnded);
		expect(existsSync(bench.socket)).toBe(false);
	});

	it("is not started for a target that does not exist", async () => {
		const bridge = await createBridge(testConfig({ lines: bench.lines({ target: "moon" }) }));
		await expect(bridge.listen()).rejects.toThrow(
			"There is no target moon. Use --line-target with one of: pi.",
		);
		await bridge.close();
		expect(existsSync(bench.socket)).toBe(false);
	});

	it("shows sessions what it did", async () => {
		const { at } = await bench.bridge({ lines: bench.lines() });
		const viewer = await bench.viewer(at);
		await viewer.subscribe();
		const client = await bench.connect();
		await client.ask("WRITE 0 1\n");
		expect(await viewer.hear("log")).toMatchObject({
			entry: { session: "line server", pigs: "w 17 1", result: 0 },
		});
		const { pins } = await viewer.hear("pins", ({ pins }) => pins.some(({ changedBy }) => changedBy));
		expect(pins).toMatchObject([{ gpio: 17, mode: 1, changedBy: { session: "line server" } }]);
	});

	it("carries each answer's identifier on each of its lines", async () => {
		await bench.bridge({ lines: bench.lines() });
		const client = await bench.connect();
		expect(await client.ask("#1 READ 0\nREAD 0\n#two WRITE 0\n", 3)).toEqual([
			"#1 OK - 0",
			"OK - 0",
			"#two ERROR - expected WRITE <#pin> <0|1>",
		]);
		const all = await client.ask("#all READALL\n", 1 + LISTED);
		expect(all.every((line) => line.startsWith("#all "))).toBe(true);
	});

	it("serves many at once, each in its own order", async () => {
		await bench.bridge({ lines: bench.lines() });
		const many = await Promise.all(Array.from({ length: 40 }, () => bench.connect()));
		const asked = many.map((client, who) => {
			const text = Array.from({ length: 25 }, (_, i) => `#${who}.${i} READ ${i % 17}\n`).join("");
			return client.ask(text, 25);
		});
		for (const [who, answers] of (await Promise.all(asked)).entries()) {
			expect(answers.map((line) => line.split(" ")[0])).toEqual(
				Array.from({ length: 25 }, (_, i) => `#${who}.${i}`),
			);
		}
	});

	it("turns away more programs than it can serve, and takes one again when another has left", async () => {
		await bench.bridge({ lines: bench.lines() });
		const many = await Promise.all(Array.from({ length: MOST_CONNECTIONS }, () => bench.connect()));
		const turnedAway = await bench.connect();
		await turnedAway.until(() => turnedAway.isEnded);
		expect(turnedAway.lines).toEqual([`ERROR - ${MOST_CONNECTIONS} programs are connected already`]);
		many[0]?.socket.end();
		await many[0]?.until(() => many[0]?.isEnded === true);
		const next = await bench.connect();
		expect(await next.ask("READ 0\n")).toEqual(["OK - 0"]);
	});

	it("carries out a whole command that has no end of line", async () => {
		await bench.bridge({ lines: bench.lines() });
		const client = await bench.connect();
		expect((await client.ask("READALL", 1 + LISTED))[0]).toBe("OK");
		expect(await client.ask("WRITE 0 1")).toEqual(["OK - operation performed"]);
	});

	it("waits for the rest of what is not whole, and answers all that came when the other side ends", async () => {
		await bench.bridge({ lines: bench.lines() });
		const client = await bench.connect();
		client.send("REA");
		client.send("D 0\nWRI");
		client.socket.end("TE 0");
		await client.until(() => client.isEnded);
		expect(client.lines).toEqual(["OK - 0", "ERROR - expected WRITE <#pin> <0|1>"]);
	});

	it("answers every line of rubbish and stays usable", async () => {
		await bench.bridge({ lines: bench.lines() });
		const client = await bench.connect();
		const rubbish = ["\0\x01\xff", "x".repeat(5000), "WRITE 0 2", "%s%n", "#", "LCD CLEAR"];
		const answers = await client.ask(`${rubbish.join("\n")}\n`, rubbish.length);
		for (const answer of answers) expect(answer).toMatch(/^ERROR - /);
		expect(answers[1]).toBe("ERROR - the line is too long");
		expect(await client.ask("READ 0\n")).toEqual(["OK - 0"]);
	});

	it("says why there is no pigpiod", async () => {
		const { daemon, bridge } = await bench.fake(0, { lines: bench.lines() });
		const client = await bench.connect();
		await daemon.stop();
		await new Promise<void>((resolve) => {
			bridge.target.pi.onStatus(({ kind }) => kind === "disconnected" && resolve());
		});
		const [answer] = await client.ask("#9 READ 0\n");
		expect(answer).toMatch(/^#9 ERROR - .*127\.0\.0\.1.* sudo pigpiod\./);
	});

	it("says what pigpiod does not allow", async () => {
		const { daemon } = await bench.fake(0, { lines: bench.lines() });
		daemon.script = ({ name }) => (name === "write" ? -41 : undefined);
		const client = await bench.connect();
		expect(await client.ask("WRITE 0 1\n")).toEqual([
			"ERROR - pigpiod does not allow GPIO 17 on this board (PI_NOT_PERMITTED). Use a GPIO that this board lets programs change, or start pigpiod with -x.",
		]);
	});

	it("does no more for a program that does not read its answers, until it does", async () => {
		const { daemon } = await bench.fake(0, { lines: bench.lines() });
		const [slow, other] = [await bench.connect(), await bench.connect()];
		slow.socket.pause();
		const asked = 4000;
		const blanks = " ".repeat(240);
		slow.send(`READALL${blanks}\n`.repeat(asked));
		const carriedOut = () => daemon.received.filter(({ name }) => name === "readBank1").length;
		// What fits into the sockets is answered; then nothing more, and nobody else is disturbed.
		for (let before = -1; before !== carriedOut(); ) {
			before = carriedOut();
			for (let i = 0; i < 50; i++) expect(await other.ask("READ 0\n")).toEqual(["OK - 0"]);
		}
		expect(carriedOut()).toBeLessThan(asked);
		slow.socket.resume();
		await slow.until(() => slow.lines.length === asked * (1 + LISTED));
		expect(slow.lines.at(-1)).toBe("16  15 RxD    0");
	});
});
