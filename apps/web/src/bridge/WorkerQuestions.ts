import type { CaptureId } from "./CaptureEntry.ts";
import type { Question, QuestionName, Questions } from "./questions.ts";
import type { WorkerLink } from "./WorkerLink.ts";

interface Waiting {
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: Error) => void;
}

/** Questions to the worker that have no answer yet, of all who ask. */
export class WorkerQuestions {
	readonly #link: WorkerLink;
	readonly #waiting = new Map<number, Waiting>();
	#lastId = 0;

	constructor(link: WorkerLink) {
		this.#link = link;
		link.on("answer", ({ id, value }) => this.#take(id)?.resolve(value));
		link.on("failure", ({ id, message }) => this.#take(id)?.reject(new RangeError(message)));
	}

	/** Asks about a capture. Rejects with a RangeError when there is none of that id, or the question makes no sense. */
	ask<N extends QuestionName>(
		of: CaptureId,
		name: N,
		ask: Questions[N]["ask"],
	): Promise<Questions[N]["answer"]> {
		const id = ++this.#lastId;
		return new Promise<Questions[N]["answer"]>((resolve, reject) => {
			this.#waiting.set(id, { resolve: (value) => resolve(value as Questions[N]["answer"]), reject });
			this.#link.post({ kind: "ask", id, of, question: { name, ...ask } as Question });
		});
	}

	#take(id: number): Waiting | undefined {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		return waiting;
	}
}
