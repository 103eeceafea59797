import type { WaveDocument } from "./document.ts";

/**
 * A document to begin with: one cycle of a unipolar stepper motor in half steps, 1.5 ms each, on four GPIOs. The
 * coils overlap, so it also shows what one pulse list for several lines is good for. The GPIOs have no usual job.
 */
export function starterDocument(id: string): WaveDocument {
	return {
		id,
		name: "Stepper, half steps",
		length: 12_000,
		tracks: [
			{ gpio: 23, name: "Motor phase 0", initial: 0, edges: [0, 3_000, 10_500, 12_000] },
			{ gpio: 24, name: "Motor phase 1", initial: 0, edges: [1_500, 6_000] },
			{ gpio: 25, name: "Motor phase 2", initial: 0, edges: [4_500, 9_000] },
			{ gpio: 26, name: "Motor phase 3", initial: 0, edges: [7_500, 12_000] },
		],
	};
}
