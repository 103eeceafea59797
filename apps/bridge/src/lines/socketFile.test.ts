import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listenOnSocketFile } from "./socketFile.ts";

let folder: string;
let path: string;
const servers: Server[] = [];

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-socket-"));
	path = join(folder, "s");
});
afterEach(async () => {
	for (const server of servers.splice(0)) {
		if (server.listening) await new Promise((resolve) => server.close(resolve));
	}
	rmSync(folder, { recursive: true, force: true });
});

const server = () => {
	const made = createServer((socket) => socket.end());
	servers.push(made);
	return made;
};
/** Leaves a socket file behind as a killed process does. */
const leaveStale = () =>
	execFileSync(process.execPath, [
		"-e",
		`require("node:net").createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, "SIGKILL"))`,
	]);

describe("listenOnSocketFile", () => {
	it("makes a socket for owner and group alone, whatever the umask, and leaves the umask as it was", async () => {
		const before = process.umask(0);
		try {
			await listenOnSocketFile(server(), path);
			expect(process.umask()).toBe(0);
		} finally {
			process.umask(before);
		}
		expect(statSync(path).mode & 0o777).toBe(0o660);
		expect(statSync(path).isSocket()).toBe(true);
	});

	it("gives it to a group, by number or name", async () => {
		const { gid } = userInfo();
		await listenOnSocketFile(server(), path, String(gid));
		expect(statSync(path).gid).toBe(gid);
		const name = execFileSync("id", ["-gn"], { encoding: "utf8" }).trim();
		await listenOnSocketFile(server(), `${path}2`, name);
		expect(statSync(`${path}2`)).toMatchObject({ gid });
	});

	it("refuses a group that does not exist, before it makes anything", async () => {
		await expect(listenOnSocketFile(server(), path, "no-such-group")).rejects.toThrow(
			"There is no group no-such-group. Check --line-group, or give the group's number.",
		);
		expect(existsSync(path)).toBe(false);
	});

	it("replaces a socket that a dead process left behind", async () => {
		expect(leaveStale).toThrow();
		expect(statSync(path).isSocket()).toBe(true);
		const next = server();
		await listenOnSocketFile(next, path);
		expect(next.listening).toBe(true);
	});

	it("leaves a socket alone that somebody listens on", async () => {
		const first = server();
		await listenOnSocketFile(first, path);
		const { ino } = statSync(path);
		await expect(listenOnSocketFile(server(), path)).rejects.toThrow(`Another program listens on ${path}`);
		expect(statSync(path).ino).toBe(ino);
	});

	it("leaves a regular file alone", async () => {
		writeFileSync(path, "mine");
		await expect(listenOnSocketFile(server(), path)).rejects.toThrow(`${path} exists and is no socket.`);
		expect(statSync(path).size).toBe(4);
	});

	it("says what is wrong with the path", async () => {
		await expect(listenOnSocketFile(server(), join(folder, "no", "s"))).rejects.toThrow("There is no folder");
		await expect(listenOnSocketFile(server(), `/tmp/${"x".repeat(120)}`)).rejects.toThrow("125 bytes");
	});

	it.skipIf(userInfo().uid === 0)("says that a folder may not be written to", async () => {
		chmodSync(folder, 0o500);
		await expect(listenOnSocketFile(server(), path)).rejects.toThrow("may not make");
	});
});
