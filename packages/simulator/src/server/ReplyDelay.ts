import type { Micros } from "../devices/Device.ts";
import { Random } from "../devices/Random.ts";
import type { ConnectionRules } from "../faults/RuleTable.ts";
import type { Machine } from "../Machine.ts";

/** Passes answers on, late if a rule says so, and in their order in any case. */
export class ReplyDelay {
	rule: ConnectionRules["delayReplies"];
	/** Bytes that are held back. */
	waiting = 0;
	readonly #machine: Machine;
	readonly #random: Random;
	readonly #send: (bytes: Uint8Array) => void;
	/** When the last answer was or will be passed on. */
	#last: Micros = 0;

	/** @param connection its number, which decides its chance */
	constructor(machine: Machine, connection: number, send: (bytes: Uint8Array) => void) {
		this.#machine = machine;
		this.#random = Random.forName(connection, "reply delay");
		this.#send = send;
	}

	push(bytes: Uint8Array): void {
		const { rule } = this;
		if (rule === undefined && this.waiting === 0) {
			this.#send(bytes);
			return;
		}
		const now = this.#machine.daemon.engine.time;
		const late = rule === undefined ? 0 : rule.millis + this.#random.between(0, rule.jitterMillis);
		this.#last = Math.max(this.#last, now + late * 1000);
		this.waiting += bytes.length;
		this.#machine.after(this.#last - now, () => {
			this.waiting -= bytes.length;
			this.#send(bytes);
		});
	}
}
