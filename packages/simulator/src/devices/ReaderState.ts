import type { Controls } from "./Control.ts";
import { readingControl } from "./controls.ts";

/** What a program that reads something from time to time keeps for whoever looks. */
export class ReaderState {
	/** Whether it goes on reading. */
	isRunning = true;
	#readings = 0;
	#failures = 0;
	#last: Uint8Array | undefined;

	/** Notes a reading that went well. */
	succeed(data: Uint8Array): void {
		this.#readings++;
		this.#last = data;
	}

	/** Notes one that failed. */
	fail(): void {
		this.#failures++;
	}

	/** Its controls. */
	controls(): Controls {
		return {
			running: {
				kind: "switch",
				label: "Goes on",
				get: () => this.isRunning,
				set: (value) => {
					this.isRunning = value;
				},
			},
			last: readingControl("Last bytes", "", () => hex(this.#last)),
			readings: readingControl("Readings", "", () => this.#readings),
			failures: readingControl("Failed readings", "", () => this.#failures),
		};
	}
}

function hex(bytes: Uint8Array | undefined): string {
	return [...(bytes ?? [])].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
