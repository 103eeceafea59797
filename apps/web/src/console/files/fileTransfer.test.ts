import { type Args, type CommandName, encodeText, type Result } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hexOf } from "../../widgets/hexBytes.ts";
import { type Caller, createFile, listFiles, PART_BYTES, readFile, writeFile } from "./fileTransfer.ts";

/** Files as pigpiod has them, with what it was asked. */
class Pi implements Caller {
	readonly files = new Map<string, Uint8Array>();
	readonly asked: CommandName[] = [];
	/** Refuses this command. */
	broken: CommandName | undefined;
	/** Tells a size of 0, as files of /proc do. */
	hidesSize = false;
	open = 0;
	#path = "";
	#at = 0;

	call<N extends CommandName>(command: N, args: Args<N>): Promise<Result<N>> {
		this.asked.push(command);
		if (command === this.broken) return Promise.reject(new Error(`no ${command}`));
		return Promise.resolve(this.#answer(command, args as Record<string, never>) as Result<N>);
	}

	#answer(command: CommandName, args: Record<string, unknown>): unknown {
		const bytes = this.files.get(this.#path) ?? new Uint8Array();
		switch (command) {
			case "openFile": {
				this.open++;
				this.#path = String(args["path"]);
				const mode = Number(args["mode"]);
				if (!this.files.has(this.#path) || (mode & 16) !== 0) this.files.set(this.#path, new Uint8Array());
				this.#at = (mode & 4) === 0 ? 0 : (this.files.get(this.#path)?.length ?? 0);
				return 0;
			}
			case "closeFile":
				this.open--;
				return 0;
			case "seekFile":
				this.#at = args["from"] === 2 && !this.hidesSize ? bytes.length : 0;
				return this.#at;
			case "readFile": {
				const part = bytes.slice(this.#at, this.#at + Number(args["count"]));
				this.#at += part.length;
				return part;
			}
			case "writeFile":
				this.files.set(this.#path, Uint8Array.of(...bytes, ...(args["data"] as Uint8Array)));
				return 0;
			default:
				return encodeText([...this.files.keys(), "/srv/log/"].map((path) => `${path}\n`).join(""));
		}
	}
}

const path = "/srv/data.bin";

describe("files of the Pi", () => {
	it("come back as they were written, in parts, whatever their length", async () => {
		const length = fc.integer({ min: 0, max: 2 * PART_BYTES + 3 });
		await fc.assert(
			fc.asyncProperty(length, fc.nat(255), fc.boolean(), async (count, start, hidesSize) => {
				const pi = new Pi();
				const bytes = Uint8Array.from({ length: count }, (_, index) => (start + index) & 0xff);
				await writeFile(pi, path, bytes, "replace");
				pi.hidesSize = hidesSize;
				const read = await readFile(pi, path, 1e6);
				expect(read.size).toBe(count);
				expect(hexOf(read.bytes)).toBe(hexOf(bytes));
				expect(pi.open).toBe(0);
			}),
			{ numRuns: 20 },
		);
	});

	it("are replaced or added to, and told how far that is", async () => {
		const pi = new Pi();
		pi.files.set(path, Uint8Array.of(1));
		await writeFile(pi, path, Uint8Array.of(2), "append");
		expect(pi.files.get(path)).toEqual(Uint8Array.of(1, 2));
		const told: [number, number][] = [];
		const bytes = new Uint8Array(PART_BYTES + 1);
		await writeFile(pi, path, bytes, "replace", { onProgress: (done, all) => told.push([done, all]) });
		expect(told).toEqual([
			[PART_BYTES, PART_BYTES + 1],
			[PART_BYTES + 1, PART_BYTES + 1],
		]);
		expect(pi.files.get(path)).toHaveLength(PART_BYTES + 1);
		await createFile(pi, path);
		expect(pi.files.get(path)).toHaveLength(PART_BYTES + 1);
	});

	it("are read as far as is wanted, with their size", async () => {
		const pi = new Pi();
		pi.files.set(path, new Uint8Array(100));
		const { bytes, size } = await readFile(pi, path, 10);
		expect([bytes.length, size]).toEqual([10, 100]);
	});

	it.each(["seekFile", "readFile", "closeFile"] as const)("are closed when %s fails", async (broken) => {
		const pi = new Pi();
		pi.files.set(path, new Uint8Array(100));
		pi.broken = broken;
		await expect(readFile(pi, path, 10)).rejects.toThrow(`no ${broken}`);
		expect(pi.asked.at(-1)).toBe("closeFile");
	});

	it("are closed when somebody stops it", async () => {
		const pi = new Pi();
		const stop = new AbortController();
		const write = writeFile(pi, path, new Uint8Array(3 * PART_BYTES), "replace", {
			signal: stop.signal,
			onProgress: () => stop.abort(new Error("enough")),
		});
		await expect(write).rejects.toThrow("enough");
		expect([pi.open, pi.files.get(path)?.length]).toEqual([0, PART_BYTES]);
	});

	it("are listed with folders first", async () => {
		const pi = new Pi();
		pi.files.set("/srv/b", new Uint8Array());
		pi.files.set("/srv/a", new Uint8Array());
		expect(await listFiles(pi, "/srv/*")).toEqual({
			isCut: false,
			entries: [
				{ path: "/srv/log/", name: "log", isFolder: true },
				{ path: "/srv/a", name: "a", isFolder: false },
				{ path: "/srv/b", name: "b", isFolder: false },
			],
		});
	});
});
