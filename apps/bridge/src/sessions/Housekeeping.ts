import { isLoopbackName } from "@gpioscope/client";
import { closerOf, type DaemonInspection, type FreedHandles, type OpenHandle } from "@gpioscope/protocol";
import { failureOf, Refusal } from "../access/Refusal.ts";
import { findDaemonOptions } from "../targets/daemonProcess.ts";
import { isOpenToNetwork } from "../targets/openDaemon.ts";
import type { Target } from "../targets/Target.ts";
import type { Visitor } from "./Desk.ts";
import type { Ownership } from "./Ownership.ts";
import { pigsText } from "./pigsText.ts";

export interface HousekeepingOptions {
	readonly target: Target;
	readonly ownership: Ownership;
	/** Runs a command that is to be seen in the log. */
	log(session: string, pigs: string, run: () => Promise<unknown>): Promise<unknown>;
	/** Hears of faults of the bridge itself. */
	onFault(error: unknown): void;
}

/** Finds what programs have left open in the daemon, and closes it for those who ask. */
export class Housekeeping {
	readonly #options: HousekeepingOptions;
	#inspection: Promise<DaemonInspection> | undefined;

	constructor(options: HousekeepingOptions) {
		this.#options = options;
	}

	/** Looks once for all who ask at the same time. @throws Refusal for viewers, and what calls throw */
	inspect(visitor: Visitor): Promise<DaemonInspection> {
		mayOperate(visitor);
		this.#inspection ??= this.#inspect().finally(() => {
			this.#inspection = undefined;
		});
		return this.#inspection;
	}

	/** Closes what no session holds. Each is tried. @throws Refusal for viewers, what calls throw without a connection */
	async free(visitor: Visitor, handles: readonly OpenHandle[]): Promise<FreedHandles> {
		mayOperate(visitor);
		const { target, onFault } = this.#options;
		if (target.pi.status.kind === "disconnected")
			throw new Refusal("notConnected", "pigpiod is not connected.");
		const answer: FreedHandles = { freed: [], kept: [] };
		for (const handle of handles) {
			try {
				await this.#free(visitor.id, handle);
				answer.freed.push(handle);
			} catch (error) {
				answer.kept.push({ handle, reason: failureOf(error, onFault).message });
			}
		}
		return answer;
	}

	async #free(session: string, handle: OpenHandle): Promise<void> {
		const { target, ownership, log } = this.#options;
		if (ownership.has(handle)) throw new Refusal("foreignHandle", "A session holds it.");
		const { name, args } = closerOf(handle);
		await log(session, pigsText(name, args), () => target.pi.transport.closeOpen(handle));
		target.waves.after(session, name, args, 0);
	}

	async #inspect(): Promise<DaemonInspection> {
		const { target, ownership } = this.#options;
		const { transport } = target.pi;
		const isLocal = isLoopbackName(transport.destination.host);
		const [open, permitted, isOpen, options] = await Promise.all([
			transport.findOpen((handle) => ownership.has(handle)),
			transport.findPermitted(),
			isOpenToNetwork(transport.destination),
			isLocal && !target.facts().simulated ? findDaemonOptions() : undefined,
		]);
		return {
			// Sessions may have opened some meanwhile.
			orphans: open.filter((handle) => !ownership.has(handle)),
			permitted,
			reach: isOpen || !isLocal ? "network" : "computer",
			...(options === undefined ? {} : { options }),
		};
	}
}

function mayOperate({ role }: Visitor): void {
	if (role === "viewer") throw new Refusal("notPermitted", "Your role can only watch.");
}
