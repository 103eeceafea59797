import { formatSpan, type SpanFormat } from "@gpioscope/logic";
import { shownStore } from "../bridge/index.ts";

/** The step in which times of the shown capture come, µs: 1 of a Pi, less of a file that was sampled faster. */
export function timeResolution(): number {
	return 1 / shownStore.getState().ticksPerMicro;
}

/** A length of time in the shown capture, with no digits below its step. */
export function spanText(micros: number, format: Omit<SpanFormat, "resolution"> = {}): string {
	return formatSpan(micros, { ...format, resolution: timeResolution() });
}
