import type { WorkerLink } from "../WorkerLink.ts";
import type { ExportOrder, JobId, JobState, OpenedFile } from "./fileJobMessages.ts";

/** Bytes done, and of how many where that is known. */
export type JobProgress = Pick<Extract<JobState, { kind: "running" }>, "done" | "total">;

/** A job that the worker does. */
export interface FileJob<T> {
	/** That of opening a file is the id of its capture. */
	readonly id: JobId;
	/** Undefined when it was cancelled. Rejects with a FileJobError. */
	readonly result: Promise<T | undefined>;
	cancel(): void;
}

/** Why a file could not be read or written; nothing is left of the attempt. */
export class FileJobError extends Error {
	/** One sentence: what is wrong. */
	readonly reason: string;
	/** Where: "Line 48"; empty when it is about the whole file. */
	readonly place: string;

	constructor({ reason, place }: { readonly reason: string; readonly place: string }) {
		super(place === "" ? reason : `${place}: ${withSmallInitial(reason)}`);
		this.name = "FileJobError";
		this.reason = reason;
		this.place = place;
	}
}

/** A sentence after a colon; names in capitals stay. */
function withSmallInitial(sentence: string): string {
	return /^\p{Lu}\p{Ll}/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

interface Waiting {
	readonly onProgress: (progress: JobProgress) => void;
	readonly settle: (state: JobState) => void;
}

/** Has files opened and written by the worker. */
export class FileClient {
	readonly #link: WorkerLink;
	readonly #waiting = new Map<JobId, Waiting>();
	#lastFile = 0;
	#exports = 0;

	constructor(link: WorkerLink) {
		this.#link = link;
		link.on("job", ({ id, state }) => {
			const waiting = this.#waiting.get(id);
			if (state.kind === "running") {
				waiting?.onProgress(state);
				return;
			}
			this.#waiting.delete(id);
			waiting?.settle(state);
		});
	}

	/**
	 * Reads a file into a capture of its own, which is there from its first part on.
	 *
	 * @param id of that capture, where it had one when the page was there before
	 */
	open(file: File, onProgress: (progress: JobProgress) => void, id = this.#newFileId()): FileJob<OpenedFile> {
		const result = this.#wait(id, onProgress, (state) =>
			state.kind === "opened" ? state.opened : undefined,
		);
		this.#link.post({ kind: "open", id, file });
		return { id, result, cancel: () => this.#cancel(id) };
	}

	/** Writes a capture into a file in memory. */
	export(order: ExportOrder, onProgress: (progress: JobProgress) => void): FileJob<Blob> {
		const id = `export-${++this.#exports}`;
		const result = this.#wait(id, onProgress, (state) => (state.kind === "written" ? state.blob : undefined));
		this.#link.post({ kind: "export", id, order });
		return { id, result, cancel: () => this.#cancel(id) };
	}

	/** About how many bytes a file would have; undefined when it cannot be written. */
	async estimate(order: ExportOrder): Promise<number | undefined> {
		const id = `estimate-${++this.#exports}`;
		const result = this.#wait(
			id,
			() => undefined,
			(state) => (state.kind === "estimated" ? state.bytes : undefined),
		);
		this.#link.post({ kind: "estimate", id, order });
		try {
			return await result;
		} catch (error) {
			// Why it cannot be written is told when somebody wants it written.
			if (error instanceof FileJobError) return undefined;
			throw error;
		}
	}

	/** Files outlive the page, and so do their ids: those of another page, or of this one before, are others. */
	#newFileId(): JobId {
		this.#lastFile = Math.max(Date.now(), this.#lastFile + 1);
		return `file-${this.#lastFile}`;
	}

	#wait<T>(
		id: JobId,
		onProgress: Waiting["onProgress"],
		read: (state: JobState) => T | undefined,
	): Promise<T | undefined> {
		return new Promise((resolve, reject) => {
			const settle = (state: JobState): void => {
				if (state.kind === "failed") reject(new FileJobError(state));
				else resolve(read(state));
			};
			this.#waiting.set(id, { onProgress, settle });
		});
	}

	#cancel(id: JobId): void {
		this.#link.post({ kind: "cancel", id });
	}
}
