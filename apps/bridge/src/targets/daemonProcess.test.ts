import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { findDaemonOptions } from "./daemonProcess.ts";

const folders: string[] = [];
afterEach(async () => {
	for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function processes(list: Readonly<Record<string, readonly string[]>>): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "gpioscope-"));
	folders.push(folder);
	for (const [id, [name = "", ...args]] of Object.entries(list)) {
		await mkdir(join(folder, id));
		await writeFile(join(folder, id, "comm"), `${name}\n`);
		await writeFile(join(folder, id, "cmdline"), [`/usr/bin/${name}`, ...args, ""].join("\0"));
	}
	return folder;
}

it("finds the options of a pigpiod that runs here", async () => {
	const folder = await processes({ 1: ["init"], 812: ["pigpiod", "-l", "-s", "2"], self: ["pigpiod", "-k"] });
	expect(await findDaemonOptions(folder)).toEqual(["-l", "-s", "2"]);
});

it("finds none where none runs, and nothing where there are no processes to be seen", async () => {
	expect(await findDaemonOptions(await processes({ 1: ["init"], 2: ["pigpiodx"] }))).toBeUndefined();
	expect(await findDaemonOptions("/nonexistent")).toBeUndefined();
});
