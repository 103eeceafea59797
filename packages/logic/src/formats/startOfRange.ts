import type { CaptureDocument, FileMarker, WriteOptions } from "./Format.ts";

/** The markers from a tick on, with times after it: for formats whose time begins at 0. */
export function markersAfter({ capture, markers = [] }: CaptureDocument, start: number): FileMarker[] {
	const origin = start / capture.ticksPerMicro;
	return markers.flatMap(({ time, ...rest }) => (time < origin ? [] : [{ time: time - origin, ...rest }]));
}

/** When on the clock the stretch that is written begins: milliseconds since 1970, undefined when nobody knows. */
export function clockAt(
	{ capture }: CaptureDocument,
	options: WriteOptions,
	start: number,
): number | undefined {
	const { anchor, ticksPerMicro } = capture;
	if (options.startedAt !== undefined) {
		// The range may have been asked for from before the capture begins.
		const asked = options.from ?? start;
		return options.startedAt + (start - asked) / (ticksPerMicro * 1000);
	}
	return anchor && anchor.wall + (start - anchor.time) / (ticksPerMicro * 1000);
}
