import { type CaptureDocument, FileError, type Format } from "@gpioscope/logic";
import type { CaptureId } from "../CaptureEntry.ts";
import type { CaptureShelf } from "../CaptureShelf.ts";
import type { FromWorker } from "../workerMessages.ts";
import { estimateSize } from "./estimateSize.ts";
import type { ExportOrder, JobId, JobRequest, JobState } from "./fileJobMessages.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { readable, readFile } from "./readFile.ts";
import { writeFile } from "./writeFile.ts";

/** The file formats, as far as jobs need them. */
export interface FormatChoice {
	readonly formats: readonly Format[];
	/** The format of a file by its first bytes and its name. */
	readonly recognise: (head: Uint8Array, name: string) => Format | undefined;
}

export interface FileJobsOptions extends FormatChoice {
	readonly shelf: CaptureShelf;
	readonly post: (message: FromWorker) => void;
	/** Tells the page the facts of all captures with news now instead of at the next beat. */
	readonly publish: () => void;
}

interface RunningJob {
	readonly end: AbortController;
	total: number | undefined;
	done: number;
	told: number;
}

/**
 * Opens and writes files in the worker, a piece at a time, so that live data and questions go on meanwhile. A capture
 * being read is on the shelf from its first piece on; when something is wrong with its file it is taken off again.
 */
export class FileJobs {
	readonly #options: FileJobsOptions;
	readonly #running = new Map<JobId, RunningJob>();

	constructor(options: FileJobsOptions) {
		this.#options = options;
	}

	receive(request: JobRequest): void {
		switch (request.kind) {
			case "open":
				void this.#run(request.id, request.file.size, (job) => this.#open(request, job));
				break;
			case "export":
				void this.#run(request.id, undefined, (job) => this.#write(request.order, job));
				break;
			case "estimate":
				void this.#run(request.id, undefined, () => this.#estimate(request.order));
				break;
			case "cancel":
				this.cancel(request.id);
				break;
		}
	}

	/** Ends a job, if there is one of that id; nothing is left of it. */
	cancel(id: JobId): void {
		this.#running.get(id)?.end.abort();
	}

	/** Tells how far the running jobs are; called at a steady beat. */
	publishProgress(): void {
		for (const [id, job] of this.#running) {
			if (job.told === job.done) continue;
			job.told = job.done;
			this.#tell(id, { kind: "running", done: job.done, total: job.total });
		}
	}

	async #run(
		id: JobId,
		total: number | undefined,
		work: (job: RunningJob) => Promise<JobState | undefined>,
	): Promise<void> {
		const job: RunningJob = { end: new AbortController(), total, done: 0, told: 0 };
		this.#running.set(id, job);
		let state: JobState;
		try {
			state = (await work(job)) ?? { kind: "cancelled" };
		} catch (error) {
			state = failureOf(error);
		}
		this.#running.delete(id);
		this.#tell(id, state);
	}

	async #open(
		{ id, file }: Extract<JobRequest, { kind: "open" }>,
		job: RunningJob,
	): Promise<JobState | undefined> {
		const { recognise } = this.#options;
		const { signal } = job.end;
		let isComplete = false;
		try {
			const { name } = file;
			const fingerprint = await readable(fingerprintOf(file), 0);
			const onPiece = (document: CaptureDocument | undefined, read: number): void => {
				job.done = read;
				if (document !== undefined) this.#shelve(id, { name, fingerprint }, document);
			};
			const read = await readFile(file, { recognise, signal, onPiece });
			if (read === undefined || signal.aborted) return undefined;
			const { document, format, remarks } = read;
			if (document.capture.isEmpty) throw new FileError("There is nothing in it: no time, no level.");
			this.#shelve(id, { name, fingerprint }, document);
			this.#options.publish();
			isComplete = true;
			const { markers = [], buses = [], view } = document;
			return { kind: "opened", opened: { id, format: format.label, remarks, markers, buses, view } };
		} finally {
			if (!isComplete && this.#options.shelf.remove(id)) this.#options.post({ kind: "forgotten", id });
		}
	}

	/** Puts what is there of a file on the shelf, where the page sees it. */
	#shelve(
		id: CaptureId,
		file: { readonly name: string; readonly fingerprint: string },
		{ capture, channels }: CaptureDocument,
	): void {
		const { shelf, publish } = this.#options;
		const shelved = shelf.find(id);
		if (shelved?.capture === capture) {
			shelved.hasNews = true;
			return;
		}
		if (capture.isEmpty) return;
		shelf.put(id, capture, { kind: "file", ...file, channels });
		// The first part is drawn at once, in a view as long as the file will be.
		this.publishProgress();
		publish();
	}

	async #write(order: ExportOrder, job: RunningJob): Promise<JobState | undefined> {
		const { format, document, range } = this.#prepare(order);
		job.total = estimateSize(format, document, range);
		const blob = await writeFile(format, document, range, {
			signal: job.end.signal,
			onProgress: (written) => {
				job.done = written;
			},
		});
		return blob && { kind: "written", blob };
	}

	async #estimate(order: ExportOrder): Promise<JobState> {
		const { format, document, range } = this.#prepare(order);
		return { kind: "estimated", bytes: estimateSize(format, document, range) };
	}

	/** The capture goes on; what is written stays as it is now. */
	#prepare({ of, format: formatId, channels, markers, view, range }: ExportOrder): {
		readonly format: Format;
		readonly document: CaptureDocument;
		readonly range: { readonly from?: number; readonly to?: number };
	} {
		const { formats, shelf } = this.#options;
		const format = formats.find(({ id }) => id === formatId);
		if (format === undefined) throw new FileError(`There is no format "${formatId}".`);
		const capture = shelf.get(of).capture.snapshot();
		const { ticksPerMicro } = capture;
		return {
			format,
			document: { capture, channels, markers, view },
			range: range === undefined ? {} : { from: range.from * ticksPerMicro, to: range.to * ticksPerMicro },
		};
	}

	#tell(id: JobId, state: JobState): void {
		this.#options.post({ kind: "job", id, state });
	}
}

/** Whatever is wrong, the page must hear of it. */
function failureOf(error: unknown): JobState {
	if (error instanceof FileError) return { kind: "failed", reason: error.reason, place: error.place };
	if (!(error instanceof RangeError)) console.error("A file job failed.", error);
	return { kind: "failed", reason: error instanceof Error ? error.message : String(error), place: "" };
}
