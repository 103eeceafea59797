import type { WorkerLink } from "./WorkerLink.ts";

/** Why the facts of the live capture need not come ten times a second. */
export type CalmCause = "hidden" | "still";

/** Tells the worker whether anything on screen moves with the facts of the live capture; else they come once a second. */
export class CalmSwitch {
	readonly #link: Pick<WorkerLink, "post">;
	readonly #causes = new Set<CalmCause>();

	constructor(link: Pick<WorkerLink, "post">) {
		this.#link = link;
	}

	set(cause: CalmCause, holds: boolean): void {
		const wasCalm = this.#causes.size > 0;
		if (holds) this.#causes.add(cause);
		else this.#causes.delete(cause);
		const isCalm = this.#causes.size > 0;
		if (isCalm !== wasCalm) this.#link.post({ kind: "calm", isCalm });
	}
}
