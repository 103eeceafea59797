import { execFileSync } from "node:child_process";
import {
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { accessOf } from "./accessRules.ts";
import { toByteText } from "./byteText.ts";
import { FileStore, fileMode } from "./FileStore.ts";
import { matchPattern } from "./matchPattern.ts";
import { Sandbox } from "./Sandbox.ts";

/** What the disk still takes. */
let diskSpace = Number.POSITIVE_INFINITY;

vi.mock("node:fs", async (original) => {
	const fs = await original<typeof import("node:fs")>();
	return {
		...fs,
		writeSync: (file: number, bytes: Uint8Array, offset: number, length: number, at: number | null) => {
			if (diskSpace === 0) throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write" });
			return fs.writeSync(file, bytes, offset, Math.min(length, diskSpace), at);
		},
	};
});

let folder = "";
let root = "";

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-files-"));
	root = join(folder, "root");
	mkdirSync(join(root, "home/pi"), { recursive: true });
	writeFileSync(join(folder, "secret.txt"), "secret");
	writeFileSync(join(root, "home/pi/note.txt"), "hello");
});

afterEach(() => {
	diskSpace = Number.POSITIVE_INFINITY;
	rmSync(folder, { recursive: true });
});

describe("patterns", () => {
	it.each([
		["/home/*", "/home/pi/note.txt", true],
		["/home/*.txt", "/home/pi/note.txt", true],
		["/home/*/n*t*", "/home/pi/note.txt", true],
		["/home/*/n*t*z", "/home/pi/note.txt", false],
		["/home/?i", "/home/pi", true],
		["/home/??i", "/home/pi", false],
		["/home/[a-q]i", "/home/pi", true],
		["/home/[!a-q]i", "/home/pi", false],
		["/home/[^a-q]i", "/home/pi", false],
		["/home/[]p]i", "/home/pi", true],
		["/home/[x\\]]i", "/home/]i", true],
		["/home/[[:alpha:]_]i", "/home/pi", true],
		["/home/[[:digit:]]i", "/home/pi", false],
		["/home/[pi", "/home/[pi", true],
		["/home/p\\*", "/home/p*", true],
		["/home/p\\*", "/home/pi", false],
		["/home/pi\\", "/home/pi\\", false],
		["/home/(pi).+", "/home/(pi).+", true],
		["/home/(pi).+", "/home/pixx", false],
	])("%s and %s: %j", (pattern, name, expected) => {
		expect(matchPattern(pattern, name)).toBe(expected);
	});

	it("take no longer for many asterisks", () => {
		const steps = "a*".repeat(40);
		expect(matchPattern(`${steps}b`, "a".repeat(4000))).toBe(false);
		expect(matchPattern(`${steps}b`, `${"a".repeat(4000)}b`)).toBe(true);
		expect(matchPattern("[".repeat(65_000), "x")).toBe(false);
	});
});

describe("access rules", () => {
	it("lets the most specific pattern decide", () => {
		const rules = "/srv/home/* r\n/srv/home/pi/* u\n/srv/home/pi/secret* n\n";
		expect(accessOf(rules, "/srv/home/other/x")).toEqual({ read: true, write: false });
		expect(accessOf(rules, "/srv/home/pi/x")).toEqual({ read: true, write: true });
		expect(accessOf(rules, "/srv/home/pi/secret.txt")).toEqual({ read: false, write: false });
		expect(accessOf(rules, "/etc/passwd")).toEqual({ read: false, write: false });
	});

	it("takes lines as the daemon reads them", () => {
		const readable = (rules: string) => accessOf(rules, "/srv/home/x").read;
		expect(readable("  /srv/home/* \t R\n")).toBe(true);
		expect(readable("/srv/home/* r")).toBe(false);
		expect(readable("/srv/home/* r \n")).toBe(false);
		expect(readable("/srv/home/* r\r\n")).toBe(false);
		expect(readable("/srv/home/*\nr\n")).toBe(false);
		// The second byte of "à" is no blank to C.
		expect(accessOf(`${toByteText("/srv/déjà/*")} r\n`, toByteText("/srv/déjà/vu")).read).toBe(true);
		// What exceeds the daemon's buffer is a line of its own.
		expect(readable(`${"x".repeat(511)}/srv/home/* r\n`)).toBe(true);
		expect(readable(`${"x".repeat(510)}/srv/home/* r\n`)).toBe(false);
	});

	it("refuses names that go up, whatever the rules say", () => {
		expect(accessOf("/srv/home/* u\n", "/srv/home/pi/../../etc/passwd")).toEqual({
			read: false,
			write: false,
		});
	});
});

/** A file that a client may read and write. */
function openNew(files: FileStore, name: string): number {
	const opened = files.open(name, fileMode.read | fileMode.write | fileMode.create);
	if (typeof opened === "string") throw new Error(opened);
	return opened;
}

describe("the files of a simulated Pi", () => {
	it("reads, writes and appends below the folder", () => {
		const files = new FileStore(new Sandbox(root));
		const written = files.open("/home/pi/new.txt", fileMode.write | fileMode.create);
		expect(written).toBe(0);
		files.write(0, new TextEncoder().encode("one"));
		files.close(0);
		files.open("/home/pi/new.txt", fileMode.write | fileMode.append);
		files.write(0, new TextEncoder().encode(" two"));
		files.closeAll();
		expect(readFileSync(join(root, "home/pi/new.txt"), "utf8")).toBe("one two");
	});

	it("does not follow links out of the folder", () => {
		symlinkSync(join(folder, "secret.txt"), join(root, "home/pi/link.txt"));
		symlinkSync(folder, join(root, "home/out"));
		symlinkSync(join(folder, "made.txt"), join(root, "home/pi/dangling.txt"));
		const files = new FileStore(new Sandbox(root));
		expect(files.open("/home/pi/dangling.txt", fileMode.write | fileMode.create)).toBe("failed");
		expect(existsSync(join(folder, "made.txt"))).toBe(false);
		expect(files.open("/home/pi/link.txt", fileMode.read)).toBe("failed");
		expect(files.open("/home/out/secret.txt", fileMode.read)).toBe("failed");
		expect(files.open("/home/out/new.txt", fileMode.write | fileMode.create)).toBe("failed");
		expect(files.list("/home/out/*")).toEqual([]);
		expect(files.open("/../secret.txt", fileMode.read)).toBe("failed");
	});

	it("follows links that stay inside", () => {
		symlinkSync("pi", join(root, "home/me"));
		symlinkSync("../home/pi/note.txt", join(root, "home/note"));
		const files = new FileStore(new Sandbox(root));
		for (const name of ["/home/me/note.txt", "/home/note"]) {
			expect(Buffer.from(files.read(Number(files.open(name, fileMode.read)), 100)).toString()).toBe("hello");
		}
	});

	it("does not follow a link that is put in the way while it looks", () => {
		const sandbox = new Sandbox(root);
		const path = join(root, "home/pi/note.txt");
		// What happens between looking and opening: the folder becomes a link out.
		sandbox.resolve = () => {
			renameSync(join(root, "home/pi"), join(root, "home/was"));
			symlinkSync(folder, join(root, "home/pi"));
			writeFileSync(join(folder, "note.txt"), "secret");
			return path;
		};
		expect(() => sandbox.open("/home/pi/note.txt", constants.O_RDONLY)).toThrow(/ENOTDIR|ELOOP/);
	});

	it("refuses what could block or act when opened", () => {
		execFileSync("mkfifo", [join(root, "home/pi/pipe")]);
		symlinkSync("/dev/zero", join(root, "home/pi/zero"));
		const files = new FileStore(new Sandbox(root));
		for (const mode of [1, 2, 3]) {
			expect(files.open("/home/pi/pipe", mode)).toBe("failed");
			expect(files.open("/home/pi/zero", mode)).toBe("failed");
		}
		mkdirSync(join(root, "opt/pigpio"), { recursive: true });
		execFileSync("mkfifo", [join(root, "opt/pigpio/access")]);
		expect(files.accessOf("/home/pi/note.txt")).toEqual({ read: false, write: false });
	});

	it("opens 16 files, and a freed handle again", () => {
		const files = new FileStore(new Sandbox(root));
		const open = () => files.open("/home/pi/note.txt", fileMode.read);
		expect(Array.from({ length: 17 }, open)).toEqual([...Array(16).keys(), "noHandle"]);
		files.close(5);
		expect(open()).toBe(5);
		files.closeAll();
	});

	it("says how much of a write the disk took", () => {
		const files = new FileStore(new Sandbox(root));
		const handle = openNew(files, "/home/pi/new.txt");
		diskSpace = 2;
		expect(files.write(handle, Buffer.from("one"))).toBe(2);
		diskSpace = 0;
		expect(() => files.write(handle, Buffer.from("two"))).toThrow("ENOSPC");
		diskSpace = Number.POSITIVE_INFINITY;
		expect(files.seek(handle, 0, 1)).toBe(2);
		files.closeAll();
		expect(readFileSync(join(root, "home/pi/new.txt"), "utf8")).toBe("on");
	});

	it("keeps one place for reading and writing, which appending moves to the end", () => {
		const files = new FileStore(new Sandbox(root));
		const handle = Number(files.open("/home/pi/note.txt", 3 | fileMode.append));
		expect(Buffer.from(files.read(handle, 2)).toString()).toBe("he");
		files.write(handle, Buffer.from("!"));
		expect(files.read(handle, 9)).toHaveLength(0);
		expect(files.seek(handle, -2, 2)).toBe(4);
		expect(Buffer.from(files.read(handle, 9)).toString()).toBe("o!");
		expect(files.seek(handle, -7, 1)).toBeUndefined();
		expect(files.seek(handle, 0, 3)).toBeUndefined();
		files.closeAll();
	});

	it("takes names in any script", () => {
		const name = toByteText("/home/pi/größe €.txt");
		const files = new FileStore(new Sandbox(root));
		openNew(files, name);
		files.closeAll();
		expect(existsSync(join(root, "home/pi/größe €.txt"))).toBe(true);
		expect(files.list("/home/pi/g*")).toEqual([name]);
	});

	it("lists as glob does", () => {
		for (const name of ["b.txt", "B.txt", ".hidden", "[x]"]) writeFileSync(join(root, "home/pi", name), "");
		mkdirSync(join(root, "home/a"));
		symlinkSync("nowhere", join(root, "home/pi/dangling"));
		const files = new FileStore(new Sandbox(root));
		expect(files.list("/home/*")).toEqual(["/home/a/", "/home/pi/"]);
		expect(files.list("/home/*/*.txt")).toEqual(["/home/pi/B.txt", "/home/pi/b.txt", "/home/pi/note.txt"]);
		expect(files.list("/home/pi/.*d*")).toEqual(["/home/pi/.hidden"]);
		expect(files.list("/home/pi/d*")).toEqual(["/home/pi/dangling"]);
		expect(files.list("/home//./p?")).toEqual(["/home//./pi/"]);
		expect(files.list("/home/pi/\\[x\\]")).toEqual(["/home/pi/[x]"]);
		expect(files.list("/home/pi/note.txt/")).toEqual([]);
		expect(files.list("/home/pi/none")).toEqual([]);
		expect(files.list(`/home/pi/${"x".repeat(300)}`)).toEqual([]);
	});

	it("has no files without a folder", () => {
		const files = new FileStore(undefined);
		expect(files.open("/etc/passwd", fileMode.read)).toBe("failed");
		expect(files.accessOf("/etc/passwd")).toEqual({ read: false, write: false });
	});
});
