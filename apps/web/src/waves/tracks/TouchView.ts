import { isDrag } from "../tools/placeTime.ts";
import type { PointerPlace } from "../tools/ToolState.ts";

/** Follows fingers: how many there are, whether one only taps, and what two of them pinch. */
export class TouchView {
	readonly #at = new Map<number, number>();
	#tap: PointerPlace | undefined;

	/** Fingers down. */
	get count(): number {
		return this.#at.size;
	}

	down(event: PointerEvent): void {
		this.#at.set(event.pointerId, event.clientX);
		if (this.#at.size > 1) this.#tap = undefined;
	}

	/** What was just pressed is a tap unless the finger moves. */
	mayTap(place: PointerPlace): void {
		this.#tap = place;
	}

	/** Notes that the finger is elsewhere now. */
	moved(place: PointerPlace): void {
		if (this.#tap !== undefined && isDrag(this.#tap, place)) this.#tap = undefined;
	}

	/** With two fingers: the centre's x, how far it moved, and by what factor the shown time changes. */
	move(event: PointerEvent, left: number): { x: number; by: number; factor: number } | undefined {
		const before = [...this.#at.values()];
		if (!this.#at.has(event.pointerId) || before.length !== 2) return undefined;
		this.#at.set(event.pointerId, event.clientX);
		const after = [...this.#at.values()];
		const centre = (xs: readonly number[]): number => ((xs[0] ?? 0) + (xs[1] ?? 0)) / 2;
		const distance = (xs: readonly number[]): number => Math.max(12, Math.abs((xs[0] ?? 0) - (xs[1] ?? 0)));
		return {
			x: centre(before) - left,
			by: centre(after) - centre(before),
			factor: distance(before) / distance(after),
		};
	}

	/** A finger left; answers the tap that this completes. */
	up(event: PointerEvent): PointerPlace | undefined {
		this.#at.delete(event.pointerId);
		const tap = this.#tap;
		this.#tap = undefined;
		return tap;
	}
}
