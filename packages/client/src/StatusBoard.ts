import type { StallCause } from "./EventProbe.ts";
import { Listeners } from "./Listeners.ts";
import type { PiStatus } from "./PiStatus.ts";

/** The state of a connection, and who wants to hear of it. Once closed it stays so. */
export class StatusBoard {
	readonly #listeners = new Listeners<PiStatus>();
	#status: PiStatus = { kind: "connecting", attempt: 1 };

	get status(): PiStatus {
		return this.#status;
	}

	get isClosed(): boolean {
		return this.#status.kind === "closed";
	}

	/** Calls back at each change. Returns a function that ends it. */
	listen(listener: (status: PiStatus) => void): () => void {
		return this.#listeners.add(listener);
	}

	set(status: PiStatus): void {
		if (this.isClosed) return;
		this.#status = status;
		this.#listeners.tell(status);
	}

	/** Something of a live connection has stopped; with undefined, all flows again. */
	noteStall(cause: StallCause | undefined): void {
		const status = this.#status;
		if (status.kind !== "live" && status.kind !== "stalled") return;
		if (cause === (status.kind === "stalled" ? status.cause : undefined)) return;
		const { address, epoch, version, revision } = status;
		const connected = { address, epoch, version, revision, since: Date.now() };
		this.set(cause === undefined ? { kind: "live", ...connected } : { kind: "stalled", cause, ...connected });
	}
}
