import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { cpuSecondsOf, residentMegabytes } from "./processTree.ts";

const linux = process.platform === "linux";
const title = linux ? "counts a process with its children" : "counts a process (skipped: needs /proc)";

it.skipIf(!linux)(title, async () => {
	const busy =
		"const end = performance.now() + 300; while (performance.now() < end); console.log('done'); setInterval(() => {}, 1000)";
	const before = cpuSecondsOf(process.pid);
	const child = spawn(process.execPath, ["-e", busy], { stdio: ["ignore", "pipe", "inherit"] });
	await once(child.stdout, "data");
	expect(cpuSecondsOf(child.pid ?? 0)).toBeGreaterThan(0);
	expect(cpuSecondsOf(process.pid) - before).toBeGreaterThanOrEqual(cpuSecondsOf(child.pid ?? 0) - 0.02);
	expect(residentMegabytes(child.pid ?? 0)).toBeGreaterThan(10);
	child.kill();
	await once(child, "exit");
});
