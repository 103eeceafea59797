import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Timed } from "./peers.ts";

/** PulseView is given up on after so long. */
const PATIENCE_MS = 120_000;

/** How long PulseView takes to open a VCD, by what it says itself: without its own start. */
export async function timePulseView(file: string): Promise<Timed> {
	const display = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1920x1080x24"], {
		stdio: ["ignore", "pipe", "ignore"],
	});
	try {
		const number = await firstMatch(display, display.stdout, /^(\d+)$/);
		if (number === undefined) return { missing: "no Xvfb (apt install xvfb)" };
		const pulseView = spawn("pulseview", ["--clean", "--loglevel", "3", "-i", file, "-I", "vcd"], {
			env: { ...process.env, DISPLAY: `:${number}` },
			stdio: ["ignore", "pipe", "ignore"],
		});
		try {
			const seconds = await firstMatch(pulseView, pulseView.stdout, /Acquisition took ([\d.]+) s/);
			if (seconds === undefined) return { missing: "no pulseview (apt install pulseview)" };
			return { seconds: Number(seconds) };
		} finally {
			await end(pulseView);
		}
	} finally {
		await end(display);
	}
}

/** What a program says first that matches; undefined when it cannot be started. @throws Error when it ends before. */
async function firstMatch(
	program: ChildProcess,
	output: Readable,
	pattern: RegExp,
): Promise<string | undefined> {
	const failed = new Promise<undefined>((resolve) => program.once("error", () => resolve(undefined)));
	const found = (async () => {
		for await (const line of createInterface({ input: output })) {
			const match = pattern.exec(line)?.[1];
			if (match !== undefined) return match;
		}
		if (program.pid === undefined) return undefined;
		throw new Error(`${program.spawnfile} ended before it said what it was waited for`);
	})();
	const tooLong = setTimeout(() => program.kill(), PATIENCE_MS);
	try {
		return await Promise.race([failed, found]);
	} finally {
		clearTimeout(tooLong);
		output.resume();
	}
}

async function end(program: ChildProcess): Promise<void> {
	if (program.pid === undefined || program.exitCode !== null || program.signalCode !== null) return;
	const ended = once(program, "exit");
	program.kill("SIGTERM");
	await ended;
}
