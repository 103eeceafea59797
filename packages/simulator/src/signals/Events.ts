/** The event the BSC slave raises. */
export const BSC_EVENT = 31;

/** The 32 events, gathered until the next alert tick: one triggered several times before it is told once. */
export class Events {
	#fired = 0;
	/** Events that are never told. */
	ignored = 0;
	/** Looks, each time before events are told, whether there is one to trigger. */
	watch: () => void = () => {};

	trigger(event: number): void {
		this.#fired |= 1 << event;
	}

	/** Takes the events triggered since the last call, as a mask. */
	take(): number {
		this.watch();
		const fired = this.#fired & ~this.ignored;
		this.#fired = 0;
		return fired;
	}
}
