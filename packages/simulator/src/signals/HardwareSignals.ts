import type { Board } from "../board/Board.ts";
import type { Micros } from "../devices/Device.ts";
import type { Engine, Source } from "../engine/Engine.ts";
import { clockPins, type HardwarePin, pwmPins } from "./hardwarePins.ts";

/** A peripheral's output: low while off, else high for the first part of every period. */
interface Channel {
	readonly pins: readonly HardwarePin[];
	on: boolean;
	/** Length of a period and of its high part. */
	period: Micros;
	high: Micros;
	start: Micros;
	nextTime: Micros;
	level: 0 | 1;
}

/**
 * The two hardware PWM channels and the three hardware clocks on the GPIOs whose mode connects them. Signals
 * too fast for the sampling hardware are worked out at the samples only, where they look as they do on a real
 * Pi: like a slower signal.
 */
export class HardwareSignals implements Source {
	nextTime: Micros = Number.POSITIVE_INFINITY;
	readonly #engine: Engine;
	readonly #board: Board;
	readonly #samplePeriod: Micros;
	readonly #channels: Channel[];

	constructor(engine: Engine, board: Board, samplePeriod: Micros) {
		this.#engine = engine;
		this.#board = board;
		this.#samplePeriod = samplePeriod;
		const channel = (pins: readonly HardwarePin[]): Channel => ({
			pins,
			on: false,
			period: 0,
			high: 0,
			start: 0,
			nextTime: Number.POSITIVE_INFINITY,
			level: 0,
		});
		this.#channels = [0, 1]
			.map((pwm) => channel(pwmPins.filter((pin) => pin.channel === pwm)))
			.concat([0, 1, 2].map((clock) => channel(clockPins.filter((pin) => pin.channel === clock))));
	}

	/** Starts PWM channel 0 or 1; times in microseconds, not rounded. */
	startPwm(pwm: number, period: Micros, high: Micros): void {
		this.#begin(this.#channels[pwm], period, high);
	}

	stopPwm(pwm: number): void {
		this.#end(this.#channels[pwm]);
	}

	/** Starts clock 0 to 2, a square wave of the frequency in hertz. */
	startClock(clock: number, frequency: number): void {
		const period = 1_000_000 / frequency;
		this.#begin(this.#channels[2 + clock], period, period / 2);
	}

	stopClock(clock: number): void {
		this.#end(this.#channels[2 + clock]);
	}

	/** To be called when a GPIO's mode has changed: it may have come to or lost a peripheral. */
	route(gpio: number): void {
		for (const channel of this.#channels) {
			if (channel.pins.some((pin) => pin.gpio === gpio)) this.#refresh(channel);
		}
	}

	run(): void {
		const engine = this.#engine;
		while (this.nextTime <= engine.horizon) {
			engine.time = this.nextTime;
			for (const channel of this.#channels) {
				if (channel.nextTime <= engine.time) this.#step(channel);
			}
			this.#schedule();
		}
	}

	#begin(channel: Channel | undefined, period: Micros, high: Micros): void {
		if (channel === undefined) return;
		Object.assign(channel, { on: true, period, high, start: this.#engine.time });
		this.#refresh(channel);
	}

	#end(channel: Channel | undefined): void {
		if (channel === undefined) return;
		channel.on = false;
		this.#refresh(channel);
	}

	#refresh(channel: Channel): void {
		this.#step(channel);
		for (const { gpio, mode } of channel.pins) {
			const isConnected = this.#board.getMode(gpio) === mode && (channel.on || channel.period > 0);
			this.#board.drivePeripheral(gpio, mode, isConnected ? channel.level : undefined);
		}
		this.#schedule();
		this.#engine.hurry(this.nextTime);
	}

	#schedule(): void {
		this.nextTime = Math.min(...this.#channels.map(({ nextTime }) => nextTime));
	}

	/** Sets the channel's level for now and finds the moment at which to look again. */
	#step(channel: Channel): void {
		const { period, high } = channel;
		const connected = channel.pins.filter(({ gpio, mode }) => this.#board.getMode(gpio) === mode);
		if (!channel.on || connected.length === 0 || high <= 0 || high >= period) {
			channel.level = channel.on && high > 0 ? 1 : 0;
			channel.nextTime = Number.POSITIVE_INFINITY;
		} else {
			this.#measure(channel);
		}
		for (const { gpio, mode } of connected) {
			if (channel.period > 0) this.#board.drivePeripheral(gpio, mode, channel.level);
		}
	}

	#measure(channel: Channel): void {
		const now = this.#engine.time;
		const { period, high, start } = channel;
		// Edges are multiples of the period from the start, so that no error adds up; half a nanosecond of
		// slack keeps an edge that is due now from being taken for one still to come.
		const slack = 0.0005;
		const turn = Math.floor((now - start + slack) / period);
		const phase = now - start - turn * period + slack;
		channel.level = phase < high ? 1 : 0;
		const next = start + turn * period + (phase < high ? high : period);
		const isTooFast = Math.min(high, period - high) < this.#samplePeriod;
		const sample = (Math.floor(now / this.#samplePeriod) + 1) * this.#samplePeriod;
		channel.nextTime = isTooFast && period < 4 * this.#samplePeriod ? Math.max(next, sample) : next;
		if (channel.nextTime <= now) channel.nextTime = sample;
	}
}
