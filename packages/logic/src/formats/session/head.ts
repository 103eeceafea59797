import { strFromU8, strToU8 } from "fflate";
import { type ChannelInfo, FileError, type FileMarker } from "../Format.ts";
import { isRecord, markersOf } from "../sidecar.ts";

export const SESSION_VERSION = 1;
const PLACE = "Head of the session";

/** What a session says of its capture before the changes. Readers pass over members they do not know. */
export interface SessionHead {
	readonly version: typeof SESSION_VERSION;
	readonly ticksPerMicro: number;
	/** Ticks of the first and the last known moment. */
	readonly from: number;
	readonly to: number;
	readonly channels: readonly ChannelInfo[];
	readonly markers: readonly FileMarker[];
	/** One moment on both clocks: ticks of the capture, milliseconds since 1970. */
	readonly anchor?: { readonly time: number; readonly wall: number };
	/** How the page showed it. */
	readonly view?: unknown;
}

export function encodeHead(head: SessionHead): Uint8Array {
	return strToU8(JSON.stringify(head));
}

/** @throws FileError when it is not a head, or one of a later version. */
export function decodeHead(bytes: Uint8Array): SessionHead {
	const value = parse(bytes);
	const { version, ticksPerMicro, from, to, channels, view } = value;
	if (version !== SESSION_VERSION)
		throw new FileError(
			`The session has version ${String(version)}; this gpioscope reads version ${SESSION_VERSION}. Use a newer one.`,
			PLACE,
		);
	if (!isNumber(ticksPerMicro) || ticksPerMicro <= 0 || !isNumber(from) || !isNumber(to))
		throw new FileError("It does not say when the capture was and how its clock counts.", PLACE);
	if (!Array.isArray(channels)) throw new FileError("It has no list of channels.", PLACE);
	return {
		version,
		ticksPerMicro,
		from,
		to,
		channels: channels.map(channelOf),
		markers: markersOf(value["markers"]),
		...anchorOf(value["anchor"]),
		...(view !== undefined && { view }),
	};
}

function parse(bytes: Uint8Array): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(strFromU8(bytes));
		if (isRecord(value)) return value;
	} catch (cause) {
		const error = new FileError("It is not JSON.", PLACE);
		error.cause = cause;
		throw error;
	}
	throw new FileError("It is not a JSON object.", PLACE);
}

function channelOf(value: unknown): ChannelInfo {
	const channel = isRecord(value) ? value["channel"] : undefined;
	if (!isRecord(value) || !Number.isInteger(channel) || Number(channel) < 0 || Number(channel) > 31)
		throw new FileError(`${JSON.stringify(value)} is not a channel from 0 to 31.`, PLACE);
	return { channel: Number(channel), name: String(value["name"] ?? "") };
}

function anchorOf(value: unknown): Pick<SessionHead, "anchor"> {
	if (!isRecord(value) || !isNumber(value["time"]) || !isNumber(value["wall"])) return {};
	return { anchor: { time: value["time"], wall: value["wall"] } };
}

function isNumber(value: unknown): value is number {
	return typeof value === "number" && Number.isFinite(value);
}
