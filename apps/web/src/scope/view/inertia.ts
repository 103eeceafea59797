/** Share of the speed that is left after one frame of 1/60 s. */
const FRICTION = 0.94;
/** Speed at which a glide ends, CSS pixels per frame. */
const REST = 0.2;
const FRAME_MS = 1000 / 60;
/** Only movement this recent counts as a throw: whoever holds still before letting go wants no glide. */
const MEMORY_MS = 80;

/** Measures the speed of a drag and lets the view glide on after it, independent of the frame rate. */
export class Inertia {
	#samples: { at: number; x: number }[] = [];
	/** CSS pixels per frame of 1/60 s. */
	#speed = 0;
	#last = 0;

	get gliding(): boolean {
		return this.#speed !== 0;
	}

	/** Begins a drag at pixel `x`; ends a glide that may still run. */
	grab(x: number, at: number): void {
		this.#samples = [{ at, x }];
		this.#speed = 0;
	}

	drag(x: number, at: number): void {
		this.#samples.push({ at, x });
		while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > MEMORY_MS) this.#samples.shift();
	}

	/** Ends the drag; afterwards `step` tells how far to glide. */
	release(at: number): void {
		const recent = this.#samples.filter((sample) => at - sample.at <= MEMORY_MS);
		const first = recent[0];
		const last = recent.at(-1);
		this.#samples = [];
		this.#last = at;
		if (first === undefined || last === undefined || last.at <= first.at) return;
		this.#speed = ((last.x - first.x) / (last.at - first.at)) * FRAME_MS;
		if (Math.abs(this.#speed) < 1) this.#speed = 0;
	}

	/** CSS pixels to move since the last step; 0 once at rest. */
	step(at: number): number {
		if (this.#speed === 0) return 0;
		const frames = Math.max(0, at - this.#last) / FRAME_MS;
		this.#last = at;
		// Sum of the geometric series, so that slow frames glide exactly as far as many fast ones.
		const left = FRICTION ** frames;
		const distance = (this.#speed * (1 - left)) / (1 - FRICTION);
		this.#speed *= left;
		if (Math.abs(this.#speed) < REST) this.#speed = 0;
		return distance;
	}

	stop(): void {
		this.#speed = 0;
		this.#samples = [];
	}
}
