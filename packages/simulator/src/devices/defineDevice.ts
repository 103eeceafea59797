import type { CommandCall } from "@gpioscope/protocol";
import type { z } from "zod";
import type { BusKind, BusLines } from "../buses/busLines.ts";
import type { Controls } from "./Control.ts";
import type { Cancel, CommandAnswer, Level, Micros } from "./Device.ts";
import type { Random } from "./Random.ts";
import { type Connection, WiredDevice } from "./WiredDevice.ts";
import type { Waveform } from "./waveforms/Waveform.ts";

/** What one device has to work with: its pins by their names, its options, its chance and the board's time. */
export interface DeviceContext<Pin extends string, Options> {
	readonly options: Options;
	readonly random: Random;
	/** The GPIO a pin is wired to. */
	gpio(pin: Pin): number;
	now(): Micros;
	/** Calls `fn` in `delay` microseconds. */
	after(delay: Micros, fn: () => void): Cancel;
	/**
	 * Drives a pin; `undefined` lets go of it, so that it follows the GPIO's pull. An optional pin that is not wired
	 * takes no notice, reads 1 and never changes.
	 */
	drive(pin: Pin, level: Level | undefined): void;
	/** Drives a pin against its level for `length` microseconds, as noise does; then the device has it again. */
	glitch(pin: Pin, length: Micros): void;
	/** Plays a waveform from now on, then calls `then`. */
	play(waveform: Waveform<Pin>, then?: () => void): Cancel;
	/** The level the pin has now. */
	level(pin: Pin): Level;
	onLevel(pin: Pin, fn: (level: Level, time: Micros) => void): Cancel;
	/**
	 * Gives the daemon a command, as a program running on the Pi would; the result is negative for an error. Of a
	 * command that takes time it tells no more than that it began: 0.
	 */
	command(call: CommandCall): number;
	/** The same, waiting for the answer, which is told by `then`, never before this returns. */
	request(call: CommandCall, then: CommandAnswer): void;
	/** Calls `fn` each time the Pi has been switched off and on: programs on it begin anew. */
	onBoot(fn: () => void): Cancel;
	log(text: string): void;
}

/** What a pin is, and what its GPIO is called after the device's name. */
export interface DevicePin {
	readonly text: string;
	readonly label?: string;
	/** The bus whose line it is: pins of one bus may be wired to one GPIO. */
	readonly bus?: BusKind;
	/** It may be left unwired. */
	readonly isOptional?: true;
}

/** How one device of a kind is wired. */
export interface Wiring {
	readonly name: string;
	/** The GPIO of every pin of the kind. */
	readonly gpios: Readonly<Record<string, number>>;
	/** Accepted by the kind's schema before. */
	readonly options: unknown;
	readonly random: Random;
}

/** A kind of device: everything the bench file, its messages and the documentation say of it. */
export interface DeviceKind {
	readonly kind: string;
	/** One sentence. */
	readonly summary: string;
	readonly pins: Readonly<Record<string, DevicePin>>;
	readonly options: z.ZodObject;
	/** Options to try it with; empty if it needs none. */
	readonly example: Readonly<Record<string, unknown>>;
	create(wiring: Wiring): WiredDevice;
}

/** What a device's file says; `defineDevice` makes a `DeviceKind` of it. */
export interface DeviceDescription<Pin extends string, Schema extends z.ZodObject> {
	readonly kind: string;
	readonly summary: string;
	readonly pins: Readonly<Record<Pin, DevicePin>>;
	readonly options: Schema;
	/** Where some options are needed: what they may be. */
	readonly example?: z.input<Schema>;
	/** Begins its life; the controls it returns work as long as it is attached. */
	readonly start: (context: DeviceContext<Pin, z.output<Schema>>) => Controls | undefined;
}

/** Describes a kind of device once. Keeps the literal names, so that `start` can use no pin that is not there. */
export function defineDevice<const Pin extends string, Schema extends z.ZodObject>(
	description: DeviceDescription<Pin, Schema>,
): DeviceKind {
	const { kind, summary, pins, options: schema, example = {}, start } = description;
	return {
		kind,
		summary,
		pins,
		options: schema,
		example,
		create({ name, gpios, options, random }) {
			const parsed = schema.parse(options);
			const begin = (connection: Connection) => start({ ...connection, options: parsed, random });
			return new WiredDevice(kind, name, gpios, begin, busLinesOf(pins, gpios));
		},
	};
}

function busLinesOf(
	pins: Readonly<Record<string, DevicePin>>,
	gpios: Readonly<Record<string, number>>,
): BusLines {
	const lines = new Map<number, BusKind>();
	for (const [pin, { bus }] of Object.entries(pins)) {
		const gpio = gpios[pin];
		if (bus !== undefined && gpio !== undefined) lines.set(gpio, bus);
	}
	return lines;
}
