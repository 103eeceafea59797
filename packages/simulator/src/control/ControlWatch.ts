import type { BenchEvent, ChangedValue, ControlValue } from "@gpioscope/protocol";
import type { Bench } from "../bench/Bench.ts";
import type { Cancel, Micros } from "../devices/Device.ts";
import type { Clock } from "../engine/Clock.ts";
import { benchFactsOf, currentValue } from "./factsOf.ts";

/** Time from one look to the next. */
const PAUSE: Micros = 100_000;

export type BenchListener = (event: BenchEvent) => void;

interface Seen {
	readonly device: string;
	readonly control: string;
	/** A picture's bytes, or the value. */
	readonly value: ControlValue | Uint8Array;
}

/** Looks at the controls of all devices as long as somebody wants to know, and tells what changed. */
export class ControlWatch {
	readonly #bench: Bench;
	readonly #clock: Clock;
	readonly #listeners = new Set<BenchListener>();
	#seen = new Map<string, Seen>();
	#last: Micros = Number.NEGATIVE_INFINITY;
	#isOtherBench = false;

	constructor(bench: Bench, clock: Clock) {
		this.#bench = bench;
		this.#clock = clock;
	}

	/** Tells `listener` of changes from now on, at most ten times a second of the simulator's time. */
	subscribe(listener: BenchListener): Cancel {
		if (this.#listeners.size === 0) {
			this.#seen = this.#take();
			this.#last = this.#clock.now();
			this.#isOtherBench = false;
		}
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Devices came or went. */
	benchChanged(): void {
		this.#isOtherBench = true;
	}

	/** To be called when time has passed. */
	look(): void {
		const now = this.#clock.now();
		if (this.#listeners.size === 0 || now - this.#last < PAUSE) return;
		// Also after a look that found nothing: pictures are long, and time is played in steps of a millisecond.
		this.#last = now;
		const before = this.#seen;
		this.#seen = this.#take();
		if (this.#isOtherBench) {
			this.#isOtherBench = false;
			this.#tell({ event: "bench", bench: benchFactsOf(this.#bench) });
			return;
		}
		const values = [...this.#seen].flatMap(([key, seen]) => changeOf(before.get(key), seen));
		if (values.length > 0) this.#tell({ event: "values", values });
	}

	#tell(event: BenchEvent): void {
		for (const listener of this.#listeners) listener(event);
	}

	#take(): Map<string, Seen> {
		const seen = new Map<string, Seen>();
		for (const { name: device, controls } of this.#bench.devices) {
			for (const [name, control] of Object.entries(controls)) {
				const value = control.kind === "picture" ? control.get().slice() : currentValue(control);
				if (value !== undefined) seen.set(`${device}\n${name}`, { device, control: name, value });
			}
		}
		return seen;
	}
}

function changeOf(before: Seen | undefined, { device, control, value }: Seen): ChangedValue[] {
	if (value instanceof Uint8Array) {
		const isSame = before?.value instanceof Uint8Array && Buffer.compare(before.value, value) === 0;
		return isSame ? [] : [{ device, control }];
	}
	return before?.value === value ? [] : [{ device, control, value }];
}
