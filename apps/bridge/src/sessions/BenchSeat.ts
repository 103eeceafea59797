import { type BenchEvent, pageRoleOf, parseControl, type Role } from "@gpioscope/protocol";
import type { ControlChannel, ControlSession } from "@gpioscope/simulator";
import { Refusal } from "../access/Refusal.ts";

/** A session's place at the virtual bench of a simulated target. */
export class BenchSeat {
	readonly #session: ControlSession;
	readonly #role: Role;

	/** @param push is told what happens on the bench once the session has subscribed */
	constructor(control: ControlChannel, role: Role, push: (event: BenchEvent) => void) {
		this.#session = control.open(push);
		this.#role = role;
	}

	/**
	 * Performs an operation of the simulator's control channel that pages may use.
	 * @returns its result
	 * @throws Refusal
	 */
	async perform(operation: unknown): Promise<unknown> {
		const call = parseControl(operation);
		if ("code" in call) throw new Refusal("malformed", call.message);
		const needed = pageRoleOf(call.op);
		if (needed === undefined) {
			throw new Refusal("benchRefused", `${call.op} is not for pages. Use the simulator's control channel.`);
		}
		if (needed === "operator" && this.#role === "viewer") {
			throw new Refusal("notPermitted", "Your role can only watch.");
		}
		const outcome = await this.#session.perform(operation);
		if ("result" in outcome) return outcome.result;
		throw new Refusal("benchRefused", outcome.error.message, outcome.error.remedy);
	}

	/** Ends its subscription. */
	leave(): void {
		this.#session.close();
	}
}
