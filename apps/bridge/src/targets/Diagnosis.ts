import type { Destination } from "@gpioscope/client";
import type { ConnectionCause } from "@gpioscope/protocol";
import { diagnose } from "./diagnose.ts";

/** What was found out about why a target is not there. It holds for the same cause at every attempt. */
export class Diagnosis {
	readonly #destination: Destination;
	readonly #onFound: () => void;
	#told: ConnectionCause | undefined;
	#found: ConnectionCause | undefined;

	/** @param onFound called when more is known than before */
	constructor(destination: Destination, onFound: () => void) {
		this.#destination = destination;
		this.#onFound = onFound;
	}

	/** An attempt failed for this cause: finds out more. */
	async look(told: ConnectionCause): Promise<void> {
		const found = await diagnose(told, this.#destination);
		const isNew = this.explain(told).message !== found.message;
		this.#told = told;
		this.#found = found;
		if (isNew) this.#onFound();
	}

	/** The likely cause behind one that was told. */
	explain(told: ConnectionCause): ConnectionCause {
		const isSame = told.code === this.#told?.code && told.message === this.#told.message;
		return isSame ? (this.#found ?? told) : told;
	}
}
