import type { Cancel, Micros } from "../devices/Device.ts";

interface Timer {
	time: Micros;
	/** Keeps timers of one moment in the order in which they were set. */
	order: number;
	fn: (() => void) | undefined;
}

/** Timers by due time: a binary heap whose cancelled entries are dropped when they come to its top. */
export class TimerQueue {
	readonly #heap: Timer[] = [];
	#orders = 0;

	/** When the next timer is due; Infinity without one. */
	get nextTime(): Micros {
		this.#dropCancelled();
		return this.#heap[0]?.time ?? Number.POSITIVE_INFINITY;
	}

	add(time: Micros, fn: () => void): Cancel {
		const timer: Timer = { time, order: this.#orders++, fn };
		this.#heap.push(timer);
		this.#rise(this.#heap.length - 1);
		return () => {
			timer.fn = undefined;
		};
	}

	/** Takes the next timer out of the queue. */
	take(): { time: Micros; fn: () => void } | undefined {
		this.#dropCancelled();
		const timer = this.#removeTop();
		return timer?.fn === undefined ? undefined : { time: timer.time, fn: timer.fn };
	}

	#dropCancelled(): void {
		while (this.#heap[0] !== undefined && this.#heap[0].fn === undefined) this.#removeTop();
	}

	#removeTop(): Timer | undefined {
		const top = this.#heap[0];
		const last = this.#heap.pop();
		if (top === undefined || last === undefined) return undefined;
		if (top !== last) {
			this.#heap[0] = last;
			this.#sink(0);
		}
		return top;
	}

	#rise(index: number): void {
		while (index > 0) {
			const parent = (index - 1) >> 1;
			if (!this.#swapIfEarlier(index, parent)) return;
			index = parent;
		}
	}

	#sink(index: number): void {
		for (;;) {
			const left = 2 * index + 1;
			const right = left + 1;
			let child = left;
			if (right < this.#heap.length && this.#isEarlier(right, left)) child = right;
			if (child >= this.#heap.length || !this.#swapIfEarlier(child, index)) return;
			index = child;
		}
	}

	#isEarlier(a: number, b: number): boolean {
		const first = this.#heap[a];
		const second = this.#heap[b];
		if (first === undefined || second === undefined) return false;
		return first.time < second.time || (first.time === second.time && first.order < second.order);
	}

	#swapIfEarlier(child: number, parent: number): boolean {
		if (!this.#isEarlier(child, parent)) return false;
		const lower = this.#heap[child];
		const upper = this.#heap[parent];
		if (lower === undefined || upper === undefined) return false;
		this.#heap[child] = upper;
		this.#heap[parent] = lower;
		return true;
	}
}
