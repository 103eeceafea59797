/** An open file that is there again when the page is opened anew. */
export interface KeptFile {
	/** Of its capture; stays the same. */
	readonly id: string;
	readonly file: File;
	/** ms since 1970. */
	readonly keptAt: number;
}

/** Where files are kept. Every call may reject: browsers refuse storage, or run out of it. */
export interface FileStorage {
	all(): Promise<readonly KeptFile[]>;
	put(kept: KeptFile): Promise<void>;
	remove(ids: readonly string[]): Promise<void>;
	/** Bytes that still fit; undefined where the browser does not tell. */
	room(): Promise<number | undefined>;
}

/** All files together are no larger than this. */
export const MOST_BYTES = 2 ** 30;

/** Keeps the files that are open, as they are, within a bound: the oldest make room for the newest. */
export class KeptFiles {
	readonly #storage: FileStorage;
	/** One change after the other: each counts what is there. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(storage: FileStorage) {
		this.#storage = storage;
	}

	/** All of them, the oldest first. */
	all(): Promise<readonly KeptFile[]> {
		return this.#then(() => this.#sorted());
	}

	/**
	 * Keeps a file.
	 *
	 * @returns the files that had to make room
	 * @throws Error with a sentence when it cannot be kept; the others are kept as before
	 */
	keep(kept: KeptFile): Promise<readonly KeptFile[]> {
		return this.#then(async () => {
			const { size } = kept.file;
			if (size > MOST_BYTES) throw new Error("It is larger than 1 GB, which is all that is kept.");
			const others = (await this.#sorted()).filter(({ id }) => id !== kept.id);
			const room = await this.#storage.room();
			let total = others.reduce((sum, { file }) => sum + file.size, size);
			let lacking = room === undefined ? 0 : size - room;
			const dropped: KeptFile[] = [];
			for (const other of others) {
				if (total <= MOST_BYTES && lacking <= 0) break;
				dropped.push(other);
				total -= other.file.size;
				lacking -= other.file.size;
			}
			if (lacking > 0) throw new Error("The browser has no room for it.");
			await this.#storage.remove(dropped.map(({ id }) => id));
			await this.#storage.put(kept);
			return dropped;
		});
	}

	forget(ids: readonly string[]): Promise<void> {
		return this.#then(() => this.#storage.remove(ids));
	}

	async #sorted(): Promise<readonly KeptFile[]> {
		return (await this.#storage.all()).toSorted((a, b) => a.keptAt - b.keptAt);
	}

	#then<T>(work: () => Promise<T>): Promise<T> {
		const result = this.#last.then(work);
		this.#last = result.catch(() => undefined);
		return result;
	}
}
