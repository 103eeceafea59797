import type { Level, Micros } from "./Device.ts";
import type { Lines } from "./lines/Lines.ts";

/** Pulses outside of this mean nothing to a servo. */
const shortest: Micros = 400;
const longest: Micros = 2600;

/** What differs between servos. */
export interface ServoTravel {
	/** Pulse widths at 0 and at 180 degrees. */
	readonly from: Micros;
	readonly to: Micros;
	/** How long it takes for 60 degrees, in milliseconds. */
	readonly slewMillis: number;
}

/** A usual small servo: 500 to 2500 us for 180 degrees, 0.12 s for 60 of them. */
export const hobbyServo: ServoTravel = { from: 500, to: 2500, slewMillis: 120 };

/** A servo's gear: each pulse of its signal says where it shall be, and it goes there as fast as it can. */
export class ServoMotor {
	readonly #lines: Pick<Lines<"signal">, "now" | "onLevel">;
	readonly #travel: ServoTravel;
	#roseAt: Micros | undefined;
	#angle = 90;
	#aim = 90;
	#since: Micros;
	#pulseWidth: Micros | undefined;
	#isBlocked = false;

	constructor(lines: Pick<Lines<"signal">, "now" | "onLevel">, travel: ServoTravel) {
		this.#lines = lines;
		this.#travel = travel;
		this.#since = lines.now();
		lines.onLevel("signal", (level, time) => this.#see(level, time));
	}

	/** Whether somebody holds it. */
	get isBlocked(): boolean {
		return this.#isBlocked;
	}

	set isBlocked(value: boolean) {
		this.#move();
		this.#isBlocked = value;
	}

	/** Where it is now, 0 to 180 degrees. */
	get angle(): number {
		this.#move();
		return this.#angle;
	}

	/** Width of the last pulse that meant something; undefined if there was none. */
	get pulseWidth(): Micros | undefined {
		return this.#pulseWidth;
	}

	#see(level: Level, time: Micros): void {
		const width = level === 0 && this.#roseAt !== undefined ? time - this.#roseAt : undefined;
		this.#roseAt = level === 1 ? time : undefined;
		if (width === undefined || width < shortest || width > longest) return;
		this.#move();
		this.#pulseWidth = width;
		const { from, to } = this.#travel;
		this.#aim = Math.min(180, Math.max(0, ((width - from) / (to - from)) * 180));
	}

	/** Goes as far as it could since it was last looked at. */
	#move(): void {
		const now = this.#lines.now();
		const reach = this.#isBlocked ? 0 : ((now - this.#since) / 1000 / this.#travel.slewMillis) * 60;
		this.#since = now;
		this.#angle += Math.min(reach, Math.max(-reach, this.#aim - this.#angle));
	}
}
