import { describe, expect, it } from "vitest";
import { type FileStorage, type KeptFile, KeptFiles, MOST_BYTES } from "./KeptFiles.ts";

function keptFile(id: string, size: number, keptAt: number): KeptFile {
	// Only its size is looked at.
	return { id, keptAt, file: { name: `${id}.vcd`, size } as File };
}

function made(room?: number) {
	const stored = new Map<string, KeptFile>();
	const storage: FileStorage = {
		all: async () => [...stored.values()],
		put: async (kept) => {
			stored.set(kept.id, kept);
		},
		remove: async (ids) => {
			for (const id of ids) stored.delete(id);
		},
		room: async () =>
			room === undefined
				? undefined
				: room - [...stored.values()].reduce((sum, { file }) => sum + file.size, 0),
	};
	return { files: new KeptFiles(storage), stored };
}

const ids = (list: readonly KeptFile[]): readonly string[] => list.map(({ id }) => id);

describe("kept files", () => {
	it("are there in the order in which they were kept, until they are forgotten", async () => {
		const { files } = made();
		await Promise.all([files.keep(keptFile("b", 5, 2)), files.keep(keptFile("a", 5, 1))]);
		expect(ids(await files.all())).toEqual(["a", "b"]);
		await files.forget(["a"]);
		expect(ids(await files.all())).toEqual(["b"]);
	});

	it("make room for newer ones, the oldest first, and never all of them", async () => {
		const { files } = made();
		const third = MOST_BYTES / 3;
		for (const [at, id] of ["a", "b", "c"].entries())
			expect(await files.keep(keptFile(id, third, at))).toEqual([]);
		expect(ids(await files.keep(keptFile("d", 1.5 * third, 9)))).toEqual(["a", "b"]);
		await expect(files.keep(keptFile("e", MOST_BYTES + 1, 10))).rejects.toThrow("larger than 1 GB");
		expect(ids(await files.all())).toEqual(["c", "d"]);
		// Kept again, a file does not stand in its own way.
		expect(await files.keep(keptFile("d", 2 * third, 11))).toEqual([]);
	});

	it("stay when the browser has no room for another one", async () => {
		const { files } = made(100);
		await files.keep(keptFile("a", 60, 1));
		await expect(files.keep(keptFile("b", 150, 2))).rejects.toThrow("no room");
		expect(ids(await files.all())).toEqual(["a"]);
		expect(ids(await files.keep(keptFile("c", 70, 3)))).toEqual(["a"]);
	});

	it("goes on after storage that fails", async () => {
		const { stored } = made();
		let isBroken = true;
		const files = new KeptFiles({
			all: async () => [...stored.values()],
			put: async (kept) => {
				if (isBroken) throw new Error("The operation is insecure.");
				stored.set(kept.id, kept);
			},
			remove: async () => undefined,
			room: async () => undefined,
		});
		await expect(files.keep(keptFile("a", 1, 1))).rejects.toThrow("insecure");
		isBroken = false;
		await files.keep(keptFile("b", 1, 2));
		expect(ids(await files.all())).toEqual(["b"]);
	});
});
