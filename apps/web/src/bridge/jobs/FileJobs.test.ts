import {
	Capture,
	CaptureBuilder,
	type CaptureDocument,
	FileError,
	type FileReader,
	type Format,
	runsOf,
} from "@gpioscope/logic";
import { afterEach, describe, expect, it } from "vitest";
import { LIVE } from "../CaptureEntry.ts";
import { CaptureShelf } from "../CaptureShelf.ts";
import { type WorkerLike, WorkerLink } from "../WorkerLink.ts";
import type { FromWorker, ToWorker } from "../workerMessages.ts";
import { FileClient, FileJobError } from "./FileClient.ts";
import { FileJobs } from "./FileJobs.ts";
import type { ExportOrder, JobRequest } from "./fileJobMessages.ts";
import { nextTurn } from "./nextTurn.ts";

/** A change a line, `time level`; the shortest format that can be wrong somewhere. */
class PairReader implements FileReader {
	readonly #builder = new CaptureBuilder();
	readonly remarks: string[] = [];
	#rest = "";
	#line = 0;

	get document(): CaptureDocument {
		return { capture: this.#builder.capture, channels: [{ channel: 0, name: "CLK" }] };
	}

	push(piece: Uint8Array): void {
		const lines = (this.#rest + new TextDecoder().decode(piece)).split("\n");
		this.#rest = lines.pop() ?? "";
		for (const line of lines) this.#read(line);
		this.#builder.flush();
	}

	end(): CaptureDocument {
		if (this.#rest !== "") throw new FileError("The last line is cut off.", `Line ${this.#line + 1}`);
		return this.document;
	}

	#read(line: string): void {
		this.#line++;
		const [time = Number.NaN, level = 0] = line.split(" ").map(Number);
		if (!Number.isInteger(time)) throw new FileError("Not a time.", `Line ${this.#line}`);
		if (this.#line === 1) this.#builder.begin(time, level, 1);
		else this.#builder.change(time, level);
	}
}

const pairs: Format = {
	id: "pairs",
	label: "Pairs",
	hint: "For tests.",
	extensions: ["pairs"],
	mediaType: "text/plain",
	read: () => new PairReader(),
	*write({ capture, channels }, { from, to }) {
		const encoder = new TextEncoder();
		yield encoder.encode(`${channels.map(({ name }) => name).join(" ")}\n`);
		for (const run of runsOf(capture, from, to))
			for (let at = run.first; at < run.last; at++)
				yield encoder.encode(`${run.chunk?.timeAt(at)} ${(run.chunk?.levelAfter(at) ?? 0) & 1}\n`);
	},
};

function isJob(message: ToWorker): message is JobRequest {
	return ["open", "export", "estimate", "cancel"].includes(message.kind);
}

/** The page's half and the worker's half, joined without a Worker. */
function join() {
	const worker: WorkerLike = {
		onmessage: null,
		onerror: null,
		postMessage: (message) => {
			if (isJob(message)) jobs.receive(message);
		},
	};
	const heard: FromWorker[] = [];
	const live = new Capture();
	const shelf = new CaptureShelf(live);
	const published: number[] = [];
	const jobs = new FileJobs({
		shelf,
		formats: [pairs],
		recognise: (_head, name) => (name.endsWith(".pairs") ? pairs : undefined),
		post: (message) => {
			heard.push(message);
			worker.onmessage?.({ data: message } as MessageEvent<FromWorker>);
		},
		publish: () => published.push([...shelf].at(-1)?.[1].capture.changes ?? 0),
	});
	const link = new WorkerLink();
	link.attach(worker);
	return { client: new FileClient(link), jobs, shelf, heard, published };
}

/** A file of so many changes, 10 µs apart. */
function fileOf(changes: number, name = "clock.pairs", last = ""): File {
	const lines = Array.from({ length: changes + 1 }, (_, index) => `${index * 10} ${index % 2}\n`);
	return new File([lines.join("") + last], name);
}

const nothing = () => undefined;
const order: ExportOrder = { of: "file-1", format: "pairs", channels: [], markers: [] };

let ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends) end();
	ends = [];
});

describe("opening a file", () => {
	it("shelves the first part at once and all of it in the end", async () => {
		const { client, shelf, published, heard } = join();
		const { id, result } = client.open(fileOf(300_000), nothing);
		const opened = await result;
		expect(opened).toEqual({ id, format: "Pairs", remarks: [], markers: [], buses: [], view: undefined });
		const { capture, source } = shelf.get(id);
		expect(capture.changes).toBe(300_000);
		expect(source).toEqual({
			kind: "file",
			name: "clock.pairs",
			fingerprint: expect.any(String),
			channels: [{ channel: 0, name: "CLK" }],
		});
		// Told after the first piece and at the end, before the page hears that it is complete.
		expect(published).toHaveLength(2);
		expect(published[0]).toBeLessThan(20_000);
		expect(published[0]).toBeGreaterThan(0);
		expect(heard.map(({ kind }) => kind)).toEqual(["job", "job"]);
	});

	it("knows a file again by its contents, whatever it is called", async () => {
		const { client, shelf } = join();
		const printOf = async (file: File): Promise<string> => {
			const { id, result } = client.open(file, nothing);
			await result;
			const { source } = shelf.get(id);
			return source.kind === "file" ? source.fingerprint : "";
		};
		const first = await printOf(fileOf(30_000));
		expect(await printOf(fileOf(30_000, "copy.pairs"))).toBe(first);
		expect(await printOf(fileOf(30_001))).not.toBe(first);
		const sameSize = (level: string): File => new File([`0 0\n10 ${level}\n`], "a.pairs");
		expect(await printOf(sameSize("1"))).not.toBe(await printOf(sameSize("0")));
	});

	it("tells how far it is, only when that changed", async () => {
		const { client, jobs } = join();
		const file = fileOf(300_000);
		const told: number[] = [];
		const { result } = client.open(file, ({ done, total }) => {
			told.push(done);
			expect(total).toBe(file.size);
			expect(done).toBeLessThanOrEqual(file.size);
		});
		const timer = setInterval(() => {
			jobs.publishProgress();
			jobs.publishProgress();
		}, 1);
		ends.push(() => clearInterval(timer));
		await result;
		expect(told.length).toBeGreaterThan(0);
		expect(new Set(told).size).toBe(told.length);
	});

	it("names place and reason of what is wrong and leaves nothing behind", async () => {
		const { client, shelf, heard } = join();
		const { id, result } = client.open(fileOf(300_000, "clock.pairs", "twelve 1\n"), nothing);
		await expect(result).rejects.toEqual(new FileJobError({ place: "Line 300002", reason: "Not a time." }));
		await expect(result).rejects.toThrow("Line 300002: not a time.");
		expect(shelf.find(id)).toBeUndefined();
		expect(heard.map(({ kind }) => kind)).toEqual(["job", "forgotten", "job"]);
	});

	it("does not take a file that ends in the middle", async () => {
		const { client, shelf } = join();
		const { id, result } = client.open(fileOf(3, "clock.pairs", "40"), nothing);
		await expect(result).rejects.toThrow("Line 5: the last line is cut off.");
		expect(shelf.find(id)).toBeUndefined();
	});

	it("says so of empty and of foreign files", async () => {
		const { client } = join();
		await expect(client.open(new File([], "a.pairs"), nothing).result).rejects.toThrow("The file is empty.");
		await expect(client.open(new File(["x"], "a.doc"), nothing).result).rejects.toThrow(
			"This is no capture of a known format.",
		);
	});

	it("can be cancelled after the first part has been seen", async () => {
		const { client, shelf } = join();
		const { id, result, cancel } = client.open(fileOf(300_000), nothing);
		while (shelf.find(id) === undefined) await nextTurn();
		cancel();
		expect(await result).toBeUndefined();
		expect(shelf.find(id)).toBeUndefined();
	});
});

describe("writing a file", () => {
	it("writes what was asked for, while the capture goes on", async () => {
		const { client, shelf } = join();
		const builder = new CaptureBuilder();
		builder.begin(0, 0, 1);
		for (let change = 1; change <= 50_000; change++) builder.change(change * 10, change % 2);
		builder.flush();
		shelf.put("file-1", builder.capture, { kind: "file", name: "a", fingerprint: "", channels: [] });
		const { result } = client.export(
			{ ...order, channels: [{ channel: 0, name: "Clock" }], range: { from: 99_995, to: 400_000 } },
			nothing,
		);
		for (let change = 50_001; change <= 60_000; change++) builder.change(change * 10, change % 2);
		builder.flush();
		const lines = (await (await result)?.text())?.trimEnd().split("\n") ?? [];
		expect(lines[0]).toBe("Clock");
		expect(lines[1]).toBe("100000 0");
		expect(lines.at(-1)).toBe("399990 1");
		expect(lines).toHaveLength(30_001);
	});

	it("says which capture or format is not there", async () => {
		const { client } = join();
		await expect(client.export(order, nothing).result).rejects.toThrow(
			'The capture "file-1" has been closed.',
		);
		await expect(client.export({ ...order, of: LIVE, format: "doc" }, nothing).result).rejects.toThrow(
			'There is no format "doc".',
		);
	});

	it("guesses how large it will be", async () => {
		const { client } = join();
		await client.open(fileOf(300_000), nothing, order.of).result;
		const size = (await client.export(order, nothing).result)?.size ?? 0;
		const guess = (await client.estimate(order)) ?? 0;
		// Times grow by three digits.
		expect(guess / size).toBeGreaterThan(0.6);
		expect(guess / size).toBeLessThan(1.1);
		const range = { from: 0, to: 1000 };
		const small = (await client.export({ ...order, range }, nothing).result)?.size;
		expect(await client.estimate({ ...order, range })).toBe(small);
		expect(await client.estimate({ ...order, format: "doc" })).toBeUndefined();
	});

	it("can be cancelled", async () => {
		const { client, shelf } = join();
		const { result: opened } = client.open(fileOf(300_000), nothing, order.of);
		await opened;
		expect(shelf.find(order.of)).toBeDefined();
		const { result, cancel } = client.export(order, nothing);
		await nextTurn();
		cancel();
		expect(await result).toBeUndefined();
	});
});
