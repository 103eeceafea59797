import type { FromWorker, ToWorker } from "./workerMessages.ts";

/** As much of a Worker as is used here. */
export interface WorkerLike {
	onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
	postMessage(message: ToWorker): void;
}

type Listener<K extends FromWorker["kind"]> = (message: Extract<FromWorker, { kind: K }>) => void;

/** The page's end of the line to the worker; several clients listen on it. */
export class WorkerLink {
	#worker: WorkerLike | undefined;
	readonly #early: ToWorker[] = [];
	readonly #listeners = new Map<string, Set<(message: FromWorker) => void>>();

	/** Joins the worker; what was posted before reaches it now. An error nobody caught in it is told as a fault. */
	attach(worker: WorkerLike): void {
		this.#worker = worker;
		worker.onerror = ({ message }) => {
			for (const listener of this.#listeners.get("fault") ?? []) listener({ kind: "fault", message });
		};
		worker.onmessage = ({ data }) => {
			for (const listener of this.#listeners.get(data.kind) ?? []) listener(data);
		};
		for (const message of this.#early.splice(0)) worker.postMessage(message);
	}

	post(message: ToWorker): void {
		if (this.#worker === undefined) this.#early.push(message);
		else this.#worker.postMessage(message);
	}

	/** Returns what ends listening. */
	on<K extends FromWorker["kind"]>(kind: K, listener: Listener<K>): () => void {
		const listeners = this.#listeners.get(kind) ?? new Set();
		this.#listeners.set(kind, listeners);
		const wrapped = listener as (message: FromWorker) => void;
		listeners.add(wrapped);
		return () => listeners.delete(wrapped);
	}
}
