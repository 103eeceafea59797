import type { Args, CommandName } from "@gpioscope/protocol";
import { encodeRequest } from "@gpioscope/protocol";
import { Daemon } from "../Daemon.ts";
import type { Micros } from "../devices/Device.ts";
import type { GoldenReport } from "../golden/goldenFiles.ts";
import { RecordingSink } from "../golden/RecordingSink.ts";
import { Later, Outside, type Reply } from "../handlers/Handler.ts";
import { perform } from "../handlers/handlers.ts";
import { BUFFER_BYTES, Request } from "../handlers/Request.ts";
import { defaultOptions, type SimulatorOptions } from "../options.ts";

/** A daemon without socket or clock, whose time a test plays on. */
export class TestDaemon {
	readonly daemon: Daemon;
	readonly sink = new RecordingSink();

	/** All GPIOs may be changed, and one handle monitors them all. */
	constructor(options: Partial<SimulatorOptions> = {}) {
		const fail = (error: unknown) => {
			throw error;
		};
		this.daemon = new Daemon({ ...defaultOptions, permitted: -1n, ...options }, perform, fail);
		const number = this.daemon.notifications.open(this.sink, 0) ?? -1;
		const handle = this.daemon.notifications.get(number);
		if (handle !== undefined) this.daemon.notifications.begin(handle, 0xffff_ffff);
	}

	/** Performs a command now; what makes its caller wait passes in simulated time. */
	call<N extends CommandName>(name: N, args: Args<N>): number {
		const bytes = encodeRequest(name, args);
		const words = new DataView(bytes.buffer, bytes.byteOffset);
		const [code, p1, p2] = [words.getUint32(0, true), words.getUint32(4, true), words.getUint32(8, true)];
		const reply = this.raw(code, p1, p2, bytes.subarray(16));
		return typeof reply === "number" ? reply : reply.length;
	}

	/** The same with a request as it comes on the wire. */
	raw(code: number, p1 = 0, p2 = 0, extension: Uint8Array = new Uint8Array()): number | Uint8Array {
		const buffer = new Uint8Array(BUFFER_BYTES);
		buffer.set(extension);
		const request = new Request(code, p1 >>> 0, p2 >>> 0, extension.length, buffer, undefined);
		let reply: Reply = perform(this.daemon, request);
		while (reply instanceof Later) {
			this.daemon.engine.runTo(reply.time);
			reply = reply.finish();
		}
		if (reply instanceof Outside) throw new Error(`${code} waits for something outside of simulated time`);
		return reply;
	}

	/** Lets time pass. */
	pass(micros: Micros): void {
		this.daemon.engine.runTo(this.daemon.engine.time + micros);
	}

	/** Lets time pass up to a moment. */
	passTo(time: Micros): void {
		this.daemon.engine.runTo(time);
	}

	get reports(): GoldenReport[] {
		return this.sink.reports();
	}

	/** Tick and level of every reported change of a GPIO. */
	changes(gpio: number): { tick: number; level: number }[] {
		const found: { tick: number; level: number }[] = [];
		let last: number | undefined;
		for (const [, flags, tick, levels] of this.reports) {
			const level = (levels >>> gpio) & 1;
			if (flags === 0 && level !== last) found.push({ tick, level });
			last = level;
		}
		return found;
	}

	/** Length of the high and the low part of each whole period. */
	periods(gpio: number): { high: number; low: number }[] {
		const changes = this.changes(gpio);
		const lengths = this.lengths(gpio);
		return lengths.flatMap((low, index) => {
			const isWhole = index >= 2 && changes[index]?.level === 0;
			return isWhole ? [{ high: lengths[index - 1] ?? 0, low }] : [];
		});
	}

	/** How long the GPIO stayed at each reported level. */
	lengths(gpio: number): number[] {
		const changes = this.changes(gpio);
		return changes.slice(1).map(({ tick }, index) => tick - (changes[index]?.tick ?? 0));
	}
}
