import { strFromU8, strToU8 } from "fflate";
import { FileError, type FileMarker } from "./Format.ts";

/** The member of a zip in which a format that cannot say it keeps what only we know. */
export const SIDECAR = "gpioscope.json";

/** What is kept beside the samples. */
export interface Sidecar {
	readonly version: 1;
	/** Names of the channels, in the file's order. */
	readonly channels: readonly string[];
	/** Times are microseconds after the first sample. */
	readonly markers: readonly FileMarker[];
	/** Milliseconds since 1970 at the first sample, where known. */
	readonly startedAt?: number;
}

export function encodeSidecar(sidecar: Sidecar): Uint8Array {
	return strToU8(JSON.stringify(sidecar));
}

/** @throws FileError when it is not what we write. */
export function decodeSidecar(bytes: Uint8Array): Sidecar {
	let value: unknown;
	try {
		value = JSON.parse(strFromU8(bytes));
	} catch (cause) {
		const error = new FileError("It is not JSON.", SIDECAR);
		error.cause = cause;
		throw error;
	}
	if (!isRecord(value) || value["version"] !== 1)
		throw new FileError("It was written by another version of gpioscope.", SIDECAR);
	const { channels, startedAt } = value;
	return {
		version: 1,
		channels: Array.isArray(channels) ? channels.map(String) : [],
		markers: markersOf(value["markers"]),
		...(typeof startedAt === "number" && { startedAt }),
	};
}

/** The markers in parsed JSON; what is not one is left out. */
export function markersOf(value: unknown): FileMarker[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((marker) => {
		if (!isRecord(marker) || typeof marker["time"] !== "number" || !Number.isFinite(marker["time"]))
			return [];
		return [{ time: marker["time"], name: String(marker["name"] ?? ""), note: String(marker["note"] ?? "") }];
	});
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
