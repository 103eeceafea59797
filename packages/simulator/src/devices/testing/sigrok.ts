import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { reasonToSkip } from "../../optionalProgram.ts";
import type { Level, Micros } from "../Device.ts";
import type { RecordedEdge } from "../FakeWorld.ts";

/** Why sigrok's decoders, written by others, cannot be asked; undefined if they can. */
export const sigrokMissing = reasonToSkip("sigrok-cli", ["--version"], "apt-get install sigrok-cli");

/** Lines as they were recorded. */
export interface RecordedLines {
	readonly edges: readonly RecordedEdge[];
	/** Names of the GPIOs' lines. */
	readonly names: Readonly<Record<number, string>>;
	/** Levels before the first edge, by GPIO; low if missing. */
	readonly before?: Readonly<Record<number, Level>>;
	readonly end: Micros;
}

/** Lines as pigpiod samples them every `samplePeriod` microseconds, as a value change dump. */
export function valueChangeDump(
	{ edges, names, before = {}, end }: RecordedLines,
	samplePeriod: Micros,
): string {
	const symbol = (gpio: number) => String.fromCharCode(33 + gpio);
	const lines = ["$timescale 1 us $end", "$scope module bench $end"];
	for (const [gpio, name] of Object.entries(names))
		lines.push(`$var wire 1 ${symbol(Number(gpio))} ${name} $end`);
	lines.push("$upscope $end", "$enddefinitions $end", "#0");
	for (const gpio of Object.keys(names).map(Number)) lines.push(`${before[gpio] ?? 0}${symbol(gpio)}`);
	for (const { time, gpio, level } of edges) {
		if (names[gpio] === undefined) continue;
		lines.push(`#${Math.ceil(time / samplePeriod) * samplePeriod}`, `${level}${symbol(gpio)}`);
	}
	lines.push(`#${end}`);
	return lines.join("\n");
}

/** What a decoder of sigrok says, line by line, without its name. */
export function decode(dump: string, samplePeriod: Micros, decoder: string, annotations: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), "sigrok-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, "lines.vcd");
	writeFileSync(file, dump);
	const args = ["-i", file, "-I", `vcd:downsample=${samplePeriod}`, "-P", decoder, "-A", annotations];
	const text = execFileSync("sigrok-cli", args, { encoding: "utf8" });
	return text.split("\n").flatMap((line) => (line ? [line.replace(/^[\w-]+: /, "")] : []));
}
