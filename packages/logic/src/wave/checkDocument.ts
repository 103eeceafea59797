import { maxLength, type WaveDocument, type WaveTrack } from "./document.ts";

/**
 * Says what is wrong with a document, or returns undefined for a sound one. Every operation of this folder keeps
 * documents sound; files and stored documents are checked with it before they are used.
 */
export function checkDocument(document: WaveDocument): string | undefined {
	if (!isWhole(document.length) || document.length < 1 || document.length > maxLength)
		return `Length: 1 to ${maxLength} µs.`;
	const seen = new Set<number>();
	for (const track of document.tracks) {
		if (seen.has(track.gpio)) return `GPIO ${track.gpio} has two tracks.`;
		seen.add(track.gpio);
		const reason = checkTrack(track, document.length);
		if (reason !== undefined) return reason;
	}
	return undefined;
}

function checkTrack(track: WaveTrack, length: number): string | undefined {
	if (!isWhole(track.gpio) || track.gpio < 0 || track.gpio > 31)
		return `GPIO ${track.gpio} cannot be in a wave: 0 to 31.`;
	if (track.initial !== 0 && track.initial !== 1) return `GPIO ${track.gpio}: its first level is 0 or 1.`;
	let previous = -1;
	for (const time of track.edges) {
		if (!isWhole(time) || time < 0 || time > length)
			return `GPIO ${track.gpio}: an edge at ${time} µs lies outside 0 to ${length} µs.`;
		if (time <= previous) return `GPIO ${track.gpio}: time goes back (${time} µs after ${previous} µs).`;
		previous = time;
	}
	return undefined;
}

const isWhole = (value: number) => Number.isSafeInteger(value);
