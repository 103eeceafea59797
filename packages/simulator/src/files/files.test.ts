import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accessOf } from "./accessRules.ts";
import { FileStore, fileMode } from "./FileStore.ts";
import { matchPattern } from "./matchPattern.ts";

let folder = "";
let root = "";

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "gpioscope-files-"));
	root = join(folder, "root");
	mkdirSync(join(root, "home/pi"), { recursive: true });
	writeFileSync(join(folder, "secret.txt"), "secret");
	writeFileSync(join(root, "home/pi/note.txt"), "hello");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("patterns", () => {
	it.each([
		["/home/*", "/home/pi/note.txt", true, true],
		["/home/*", "/home/pi/note.txt", false, false],
		["/home/?i", "/home/pi", false, true],
		["/home/[a-q]i", "/home/pi", false, true],
		["/home/[!a-q]i", "/home/pi", false, false],
		["/home/p\\*", "/home/p*", false, true],
		["/home/p\\*", "/home/pi", false, false],
		["/home/(pi).+", "/home/(pi).+", false, true],
		["/home/(pi).+", "/home/pixx", false, false],
	])("%s and %s (over folders: %j): %j", (pattern, name, crosses, expected) => {
		expect(matchPattern(pattern, name, crosses)).toBe(expected);
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

	it("refuses names that go up, whatever the rules say", () => {
		expect(accessOf("/srv/home/* u\n", "/srv/home/pi/../../etc/passwd")).toEqual({
			read: false,
			write: false,
		});
	});
});

describe("the files of a simulated Pi", () => {
	it("reads, writes and appends below the folder", () => {
		const files = new FileStore(root);
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
		const files = new FileStore(root);
		expect(files.open("/home/pi/dangling.txt", fileMode.write | fileMode.create)).toBe("failed");
		expect(existsSync(join(folder, "made.txt"))).toBe(false);
		expect(files.open("/home/pi/link.txt", fileMode.read)).toBe("failed");
		expect(files.open("/home/out/secret.txt", fileMode.read)).toBe("failed");
		expect(files.open("/home/out/new.txt", fileMode.write | fileMode.create)).toBe("failed");
		expect(files.list("/home/out/*")).toEqual([]);
	});

	it("names folders with a slash", () => {
		expect(new FileStore(root).list("/home/*")).toEqual(["/home/pi/"]);
	});

	it("has no files without a folder", () => {
		const files = new FileStore(undefined);
		expect(files.open("/etc/passwd", fileMode.read)).toBe("failed");
		expect(files.accessOf("/etc/passwd")).toEqual({ read: false, write: false });
	});
});
