/** What is known from one moment until the next such moment. */
export interface KnowledgeStep {
	readonly time: number;
	/** Mask of the channels whose level is known. */
	readonly known: number;
	/**
	 * Channels whose stored level is the inverse of the true one. When a line comes back from a gap at another
	 * level than it had before, nobody saw an edge: this mask turns over instead of a change being invented.
	 */
	readonly correction: number;
}

const nothing: KnowledgeStep = { time: Number.NEGATIVE_INFINITY, known: 0, correction: 0 };

/** Which channels are known when: steps in time order, nothing before the first. */
export class Knowledge {
	#steps: KnowledgeStep[] = [];

	get latest(): KnowledgeStep {
		return this.#steps.at(-1) ?? nothing;
	}

	copy(): Knowledge {
		const copy = new Knowledge();
		copy.#steps = [...this.#steps];
		return copy;
	}

	/** The step in force at a time. */
	at(time: number): KnowledgeStep {
		return this.#steps[this.indexAt(time)] ?? nothing;
	}

	/** Place of the step in force at a time, -1 before the first. */
	indexAt(time: number): number {
		let low = 0;
		let high = this.#steps.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.#steps[middle] ?? nothing).time <= time) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	/** By place; a step that never comes behind the last. */
	step(index: number): KnowledgeStep {
		return this.#steps[index] ?? (index < 0 ? nothing : never);
	}

	/** From `time` on this holds; what was said about later times is forgotten. */
	setFrom(time: number, known: number, correction: number): void {
		while (this.#steps.length > 0 && this.latest.time >= time) this.#steps.pop();
		const { known: before, correction: inverted } = this.latest;
		if (before === known && inverted === correction && this.#steps.length > 0) return;
		this.#steps.push({ time, known, correction });
	}

	/** Nothing was known in [from, to); what held at `to` goes on holding from there. */
	hide(from: number, to: number): void {
		const after = this.at(to);
		const first = this.indexAt(from);
		const start = this.step(first).time === from ? first : first + 1;
		const end = this.indexAt(to) + 1;
		const hidden = { time: from, known: 0, correction: this.at(from).correction };
		const resumed = { time: to, known: after.known, correction: after.correction };
		this.#steps.splice(start, end - start, hidden, resumed);
	}

	/** Whether all channels of a mask are known throughout [from, to). */
	isKnown(mask: number, from: number, to: number): boolean {
		for (let index = this.indexAt(from); ; index++) {
			const { time, known } = this.step(index);
			if (time >= to) return true;
			if (mask & ~known) return false;
		}
	}

	/** Forgets what held before a time. */
	dropBefore(time: number): void {
		const index = this.indexAt(time);
		if (index > 0) this.#steps.splice(0, index);
	}
}

const never: KnowledgeStep = { time: Number.POSITIVE_INFINITY, known: 0, correction: 0 };
