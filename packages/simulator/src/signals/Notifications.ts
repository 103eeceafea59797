import type { ReportSink } from "./ReportSink.ts";

/** How many notification handles there are. */
export const HANDLE_COUNT = 32;

type HandleState = "closed" | "reserved" | "closing" | "opened" | "paused" | "running";

const unusable: ReadonlySet<HandleState> = new Set(["closed", "reserved", "closing"]);

/** One notification handle. */
export interface NotificationHandle {
	state: HandleState;
	/** The GPIOs whose changes are reported. */
	bits: number;
	/** The events that are reported. Kept over close and open: a new owner inherits it. */
	eventBits: number;
	sequence: number;
	/** When a report was last sent, as time of the samples. */
	lastReport: number;
	/** Where reports go; a handle without one counts them only. */
	sink: ReportSink | undefined;
}

/** The table of notification handles. */
export class Notifications {
	readonly handles: readonly NotificationHandle[] = Array.from({ length: HANDLE_COUNT }, () => ({
		state: "closed",
		bits: 0,
		eventBits: 0,
		sequence: 0,
		lastReport: 0,
		sink: undefined,
	}));
	/** All GPIOs any running handle monitors. */
	bits = 0;

	/** Whether anybody may be sent reports. */
	get isWatched(): boolean {
		return this.handles.some(({ state }) => state !== "closed");
	}

	/**
	 * Opens the lowest free handle and closes an older one of the same sink.
	 * @returns the handle's number, or undefined when all are in use
	 */
	open(sink: ReportSink | undefined, now: number): number | undefined {
		const number = this.reserve();
		if (number !== undefined) this.openReserved(number, sink, now);
		return number;
	}

	/** Takes the lowest free handle for somebody who is not ready yet. @returns its number, unless all are in use */
	reserve(): number | undefined {
		const number = this.handles.findIndex(({ state }) => state === "closed");
		const handle = this.handles[number];
		if (handle === undefined) return undefined;
		handle.state = "reserved";
		return number;
	}

	/** Opens a handle that was reserved and closes an older one of the same sink. */
	openReserved(number: number, sink: ReportSink | undefined, now: number): void {
		const handle = this.handles[number];
		if (handle === undefined) return;
		handle.state = "opened";
		handle.bits = 0;
		handle.sequence = 0;
		handle.lastReport = now;
		handle.sink = sink;
		if (sink !== undefined) this.#release(sink, handle);
	}

	/** The handle of that number if it is open. */
	get(number: number): NotificationHandle | undefined {
		const handle = this.handles[number];
		return handle === undefined || unusable.has(handle.state) ? undefined : handle;
	}

	begin(handle: NotificationHandle, bits: number): void {
		handle.bits = bits;
		handle.state = "running";
		this.#combine();
	}

	pause(handle: NotificationHandle): void {
		handle.bits = 0;
		handle.state = "paused";
		this.#combine();
	}

	/** Closes a handle; it becomes free with the next alert tick, or at once without alerts. */
	close(handle: NotificationHandle, atOnce: boolean): void {
		handle.bits = 0;
		if (atOnce) this.free(handle);
		else handle.state = "closing";
		this.#combine();
	}

	/** Makes a handle free, and its pipe go. */
	free(handle: NotificationHandle): void {
		handle.state = "closed";
		const { sink } = handle;
		handle.sink = undefined;
		sink?.close?.();
	}

	/** Gives back a handle that was reserved. */
	unreserve(number: number): void {
		const handle = this.handles[number];
		if (handle?.state === "reserved") handle.state = "closed";
	}

	/** Frees all handles whose reports went to `sink`, because its connection is gone. */
	release(sink: ReportSink): void {
		this.#release(sink, undefined);
	}

	#release(sink: ReportSink, except: NotificationHandle | undefined): void {
		for (const handle of this.handles) {
			if (handle === except || handle.sink !== sink) continue;
			handle.sink = undefined;
			if (handle.state !== "closing") handle.state = "closed";
		}
		this.#combine();
	}

	#combine(): void {
		this.bits = this.handles.reduce(
			(bits, { state, bits: own }) => (state === "running" ? bits | own : bits),
			0,
		);
	}
}
