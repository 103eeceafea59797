import { execFile, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { reasonToSkip } from "@gpioscope/simulator/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LineBench } from "../testing/LineBench.ts";
import type { LineDialectName } from "./lineDialects.ts";

const run = promisify(execFile);
const page = await readFile(new URL("../../../../docs/line-server.md", import.meta.url), "utf8");
const blocks = (kind: string) =>
	[...page.matchAll(new RegExp(`\`\`\`${kind}( \\w+)?\\n([\\s\\S]*?)\`\`\``, "g"))].map(
		([, dialect = "gpiod", text = ""]) => ({ dialect: dialect.trim() as LineDialectName, text }),
	);

/** What READALL finds at pins that nobody has touched is the board's business. */
const withoutLevel = (line: string) => line.replace(/^(\d+ .*\D)[01]$/, "$1v");
const withoutTick = (line: string) => line.replace(/^(INTERRUPT \d+ [A-Z]+) \d+$/, "$1 t");
/** An interrupt may be told before the answer to the command that made it. */
const sorted = (lines: readonly string[]) => lines.map(withoutLevel).map(withoutTick).sort();

const bench = new LineBench();

beforeEach(() => bench.begin());
afterEach(() => bench.close());

describe("docs/line-server.md", () => {
	it("has examples", () => {
		expect(blocks("lines").length).toBeGreaterThanOrEqual(4);
	});

	it.each(blocks("lines"))("tells what happens: $text", async ({ dialect, text }) => {
		await bench.bridge({ lines: bench.lines({ dialect }) });
		const client = await bench.connect();
		for (const exchange of text.split(/^(?=> )/m)) {
			const [sent = "", ...heard] = exchange.trim().split("\n");
			const expected = heard.map((line) => line.replace(/^< /, ""));
			const answer = await client.ask(`${sent.replace(/^> /, "")}\n`, expected.length);
			expect(sorted(answer)).toEqual(sorted(expected));
		}
	});
});

const ncMissing = reasonToSkip("nc", ["-h"], "install netcat-openbsd");
const socatMissing = reasonToSkip("socat", ["-V"], "install socat");
const shell = (command: string) =>
	run("sh", ["-c", command], { env: { ...process.env, SOCKET: bench.socket }, timeout: 15_000 });

describe("other programs", () => {
	it.skipIf(ncMissing ?? socatMissing)(
		`carry out the page's shell examples${skipNote(ncMissing ?? socatMissing)}`,
		async () => {
			await bench.bridge({ lines: bench.lines() });
			const [example] = blocks("sh");
			const [nc = "", socat = ""] = (example?.text ?? "").trim().split("\n");
			expect((await shell(nc)).stdout).toBe("OK - operation performed\nOK - operation performed\nOK - 1\n");
			expect((await shell(socat)).stdout).toMatch(/^OK\n0 {2}17 GPIO 0 1\n(.+\n){16}$/);
		},
	);

	it.skipIf(ncMissing)(`nc hears interrupts${skipNote(ncMissing)}`, async () => {
		const { bridge } = await bench.bridge({ lines: bench.lines() });
		const [, example] = blocks("sh");
		const command = (example?.text ?? "").trim();
		const child = spawn("sh", ["-c", command], { env: { ...process.env, SOCKET: bench.socket } });
		const heard = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
		expect((await heard.next()).value).toBe("OK - operation performed");
		await bridge.target.pi.write({ gpio: 4, level: 0 });
		expect((await heard.next()).value).toMatch(/^INTERRUPT 7 FALLING \d+$/);
		child.stdin.end();
		child.kill();
	});

	it.skipIf(ncMissing)(`nc may leave out the end of the line${skipNote(ncMissing)}`, async () => {
		await bench.bridge({ lines: bench.lines() });
		expect((await shell('printf READALL | nc -N -U "$SOCKET"')).stdout).toMatch(/^OK\n(.+\n){17}$/);
		expect((await shell('printf "READ 7" | nc -N -U "$SOCKET"')).stdout).toBe("OK - 1\n");
	});

	it.skipIf(socatMissing)(`many socats at once${skipNote(socatMissing)}`, async () => {
		await bench.bridge({ lines: bench.lines() });
		const one = 'printf "#$$ READ 7\\n#$$ READ 0\\n" | socat -t 10 - UNIX-CONNECT:"$SOCKET"';
		const all = await shell(`${`${one} & `.repeat(8)} wait`);
		const ids = all.stdout.match(/^#\d+ OK - 1$/gm);
		expect(ids?.length).toBe(8);
		expect(all.stdout.match(/^#\d+ OK - 0$/gm)?.length).toBe(8);
	});
});

function skipNote(reason: string | undefined): string {
	return reason === undefined ? "" : ` (${reason})`;
}
