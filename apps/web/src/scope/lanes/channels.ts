import type { CaptureSource } from "../../bridge/index.ts";
import { fileKey } from "../../stores/fileKey.ts";
import { type LineStyle, type namesStore, stylesOf } from "../../stores/namesStore.ts";

/** A channel of the shown capture, as a person knows it. */
export interface Channel {
	/** 0 to 31: its bit in the level words. */
	readonly channel: number;
	/** A person's own name, else the one that came with it, else its place; never empty. */
	readonly name: string;
	/** What it is without a name: `GPIO 4` of a Pi, `CH 3` of a file. */
	readonly place: string;
	/** Its line of the connected Pi, of which modes, pulls and drives are known; undefined in a file. */
	readonly gpio: number | undefined;
	readonly style: LineStyle;
}

/** The channels of a capture, and where what a person says of them is kept. */
export interface Channels {
	/** Key of names and styles: of the connected Pi, or of the file. */
	readonly key: string;
	/** Whether they are GPIOs of the connected Pi. */
	readonly areGpios: boolean;
	/** In a person's order, then in that of the file, or by number. */
	readonly channels: readonly Channel[];
}

type Names = ReturnType<typeof namesStore.getState>;

const NO_STYLE: LineStyle = {};

/**
 * Names the channels of a capture.
 *
 * @param gpios the GPIOs that a capture of the connected Pi has channels for, ascending
 */
export function describeChannels(source: CaptureSource, names: Names, gpios: readonly number[]): Channels {
	const isFile = source.kind === "file";
	const key = isFile ? fileKey(source) : names.pi;
	const numbers = isFile ? source.channels.map(({ channel }) => channel) : gpios;
	const given = new Map<number, string>();
	if (isFile) for (const { channel, name } of source.channels) given.set(channel, name);
	else for (const [gpio, name] of Object.entries(names.offered)) given.set(Number(gpio), name);
	const styles = stylesOf(names, key);
	return {
		key,
		areGpios: !isFile,
		channels: inOrder(numbers, names.order[key] ?? []).map((channel) =>
			describe(channel, !isFile, styles[channel] ?? NO_STYLE, given.get(channel)),
		),
	};
}

const unnamed = new Map<string, Channel>();

/** A channel of which nobody has said anything; the same object each time. */
export function unnamedChannel(channel: number, areGpios: boolean): Channel {
	const key = `${areGpios} ${channel}`;
	const found = unnamed.get(key) ?? describe(channel, areGpios, NO_STYLE, undefined);
	unnamed.set(key, found);
	return found;
}

function describe(channel: number, isGpio: boolean, style: LineStyle, given: string | undefined): Channel {
	const place = isGpio ? `GPIO ${channel}` : `CH ${channel}`;
	const name = style.name ?? (given === undefined || given.trim() === "" ? place : given);
	return { channel, name, place, gpio: isGpio ? channel : undefined, style };
}

/** Numbers that are in an order come first and in it; the others follow as they come. */
function inOrder(numbers: readonly number[], order: readonly number[]): readonly number[] {
	const place = new Map(order.map((number, index) => [number, index]));
	const rank = (number: number, index: number): number => place.get(number) ?? order.length + index;
	return numbers
		.map((number, index) => ({ number, rank: rank(number, index) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ number }) => number);
}
