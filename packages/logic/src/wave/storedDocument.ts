import { checkDocument } from "./checkDocument.ts";
import type { WaveDocument, WaveTrack } from "./document.ts";

/** Version of the stored form; to be raised when an older reader would misread it. */
const formatVersion = 1;

/** Writes a document as JSON text, for a browser's storage or a file. */
export function storeDocument(document: WaveDocument): string {
	return JSON.stringify({ gpioscopeWave: formatVersion, ...document });
}

/** Reads what storeDocument wrote. Returns the document, or what is wrong with the text. */
export function readStoredDocument(text: string): { document: WaveDocument } | { reason: string } {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { reason: "This is not JSON." };
	}
	if (!isRecord(value) || value["gpioscopeWave"] !== formatVersion)
		return { reason: "This is not a gpioscope wave, or of a newer version." };
	const { id, name, length, tracks } = value;
	if (
		typeof id !== "string" ||
		typeof name !== "string" ||
		typeof length !== "number" ||
		!Array.isArray(tracks)
	)
		return { reason: "The wave lacks its id, name, length or tracks." };
	const read: WaveTrack[] = [];
	for (const track of tracks) {
		const next = readTrack(track);
		if (next === undefined) return { reason: "A track lacks its GPIO, first level or edges." };
		read.push(next);
	}
	const document: WaveDocument = { id, name, length, tracks: read };
	const reason = checkDocument(document);
	return reason === undefined ? { document } : { reason };
}

function readTrack(value: unknown): WaveTrack | undefined {
	if (!isRecord(value)) return undefined;
	const { gpio, name, colour, initial, edges } = value;
	if (typeof gpio !== "number" || (initial !== 0 && initial !== 1) || !Array.isArray(edges)) return undefined;
	if (!edges.every((edge) => typeof edge === "number")) return undefined;
	return {
		gpio,
		initial,
		edges,
		...(typeof name === "string" ? { name } : {}),
		...(typeof colour === "number" ? { colour } : {}),
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
