import type { AlertOptions } from "./AlertOptions.ts";
import type { NotificationHandle, Notifications } from "./Notifications.ts";

const FLAG_WATCHDOG = 0x20;
const FLAG_KEEP_ALIVE = 0x40;
const FLAG_EVENT = 0x80;
/** A handle that got nothing for longer than this is told that the daemon lives. */
const KEEP_ALIVE_AFTER = 60_000_000;
/** At most one report for each watchdog and event besides the changes of a round. */
const SIDE_REPORTS = 64;

/** One round of the alert thread. */
export interface Round {
	/** The samples at which monitored GPIOs changed and the levels there; the first `count` count. */
	readonly samples: Float64Array;
	readonly levels: Int32Array;
	readonly count: number;
	/** Masks of GPIOs that changed, events triggered, watchdogs fired. */
	readonly changed: number;
	readonly events: number;
	readonly timeouts: number;
	/** The sample the round ends with: watchdogs, events and keep-alives bear its tick. */
	readonly end: number;
	/** The levels before the round. */
	readonly before: number;
}

/** Writes a round's reports for every handle: changes, then watchdogs, then events, each in ascending order. */
export class ReportEmitter {
	readonly #notifications: Notifications;
	readonly #options: AlertOptions;

	constructor(notifications: Notifications, options: AlertOptions) {
		this.#notifications = notifications;
		this.#options = options;
	}

	/** Whether a reader has stopped reading, which holds up the alert thread and with it everyone. */
	get isHeldUp(): boolean {
		return this.#notifications.handles.some(
			({ state, sink }) => state === "running" && sink?.isFull === true,
		);
	}

	emit(round: Round): void {
		for (const handle of this.#notifications.handles) {
			if (handle.state === "closed" || handle.state === "reserved") continue;
			if (handle.state === "closing") {
				this.#notifications.free(handle);
				continue;
			}
			this.#emitTo(handle, round);
			handle.sink?.endRound?.();
		}
	}

	#emitTo(handle: NotificationHandle, round: Round): void {
		const first = handle.sequence;
		if (handle.state === "running") {
			if ((round.changed & handle.bits) !== 0) this.#writeChanges(handle, round);
			const timeouts = round.timeouts & handle.bits;
			if (timeouts !== 0) this.#writeSide(handle, round, timeouts, FLAG_WATCHDOG);
		}
		const events = round.events & handle.eventBits;
		if (events !== 0) this.#writeSide(handle, round, events, FLAG_EVENT);
		const time = round.end * this.#options.samplePeriod;
		if (handle.sequence === first) {
			if (time - handle.lastReport <= KEEP_ALIVE_AFTER) return;
			this.#write(handle, FLAG_KEEP_ALIVE, round);
		}
		handle.lastReport = time;
	}

	#writeChanges(handle: NotificationHandle, round: Round): void {
		const { samples, levels, count } = round;
		const { samplePeriod, startTick } = this.#options;
		const bits = handle.bits;
		const words = handle.sink?.reserve(count + SIDE_REPORTS);
		let position = handle.sink?.position ?? 0;
		let sequence = handle.sequence;
		let old = round.before & bits;
		for (let i = 0; i < count; i++) {
			const level = levels[i] ?? 0;
			const masked = level & bits;
			if (masked === old) continue;
			old = masked;
			if (words !== undefined) {
				words[position] = sequence & 0xffff;
				words[position + 1] = startTick + (samples[i] ?? 0) * samplePeriod;
				words[position + 2] = level;
				position += 3;
			}
			sequence++;
		}
		if (handle.sink !== undefined) handle.sink.position = position;
		handle.sequence = sequence & 0xffff;
	}

	#writeSide(handle: NotificationHandle, round: Round, bits: number, flag: number): void {
		for (let number = 0; number < 32; number++) {
			if ((bits & (1 << number)) !== 0) this.#write(handle, flag | number, round);
		}
	}

	#write(handle: NotificationHandle, flags: number, round: Round): void {
		const { samplePeriod, startTick } = this.#options;
		const sink = handle.sink;
		if (sink !== undefined) {
			const words = sink.reserve(1);
			words[sink.position] = (flags << 16) | handle.sequence;
			words[sink.position + 1] = startTick + round.end * samplePeriod;
			words[sink.position + 2] = round.count > 0 ? (round.levels[round.count - 1] ?? 0) : round.before;
			sink.position += 3;
		}
		handle.sequence = (handle.sequence + 1) & 0xffff;
	}
}
