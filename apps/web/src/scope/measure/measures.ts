import {
	type ChannelMeasurement,
	formatFrequency,
	formatShare,
	formatSpan,
	groupDigits,
	type WidthKind,
} from "@gpioscope/logic";
import { spanText, timeResolution } from "../spanText.ts";

/** One figure of a lane in a stretch of time: a column of tables and of exports. */
export interface Measure {
	readonly id: string;
	/** Head of a column. */
	readonly label: string;
	readonly title: string;
	/** With its unit in exports. */
	readonly exported: string;
	/** As a plain number for sorting and exports: counts, µs, Hz, percent. Undefined where there is none. */
	readonly value: (lane: ChannelMeasurement) => number | undefined;
	/** As people read it. */
	readonly format: (value: number) => string;
}

const count = (value: number): string => groupDigits(value, 0);
const span = (value: number): string => spanText(value);
/** Of means and deviations, which are finer than the step in which times come. */
const fineSpan = (value: number): string => formatSpan(value, { resolution: timeResolution() / 1000 });

const KINDS: readonly { readonly kind: WidthKind; readonly label: string; readonly title: string }[] = [
	{ kind: "high", label: "High", title: "high pulse" },
	{ kind: "low", label: "Low", title: "low pulse" },
	{ kind: "period", label: "Period", title: "period" },
];

const PARTS = [
	{ part: "mean", label: "mean", title: "Mean", format: fineSpan },
	{ part: "deviation", label: "±", title: "Standard deviation of the", format: fineSpan },
	{ part: "min", label: "min", title: "Shortest", format: span },
	{ part: "max", label: "max", title: "Longest", format: span },
] as const;

/** Everything that is measured of a lane, in the order of the columns. */
export const measures: readonly Measure[] = [
	{
		id: "rising",
		label: "↑",
		title: "Rising edges",
		exported: "rising edges",
		value: (lane) => lane.rising,
		format: count,
	},
	{
		id: "falling",
		label: "↓",
		title: "Falling edges",
		exported: "falling edges",
		value: (lane) => lane.falling,
		format: count,
	},
	{
		id: "frequency",
		label: "Mean freq",
		title: "Mean frequency, over whole periods",
		exported: "mean frequency (Hz)",
		value: (lane) => (lane.period === undefined ? undefined : 1e6 / lane.period.mean),
		format: (value) => formatFrequency(value, { significant: 4 }),
	},
	{
		id: "duty",
		label: "Duty",
		title: "High time of the known time",
		exported: "duty (%)",
		value: (lane) => (lane.duty === undefined ? undefined : lane.duty * 100),
		format: (value) => formatShare(value / 100),
	},
	...KINDS.flatMap(({ kind, label, title }) =>
		PARTS.map((one) => ({
			id: `${kind}.${one.part}`,
			label: `${label} ${one.label}`,
			title: `${one.title} ${title}`,
			exported: `${title} ${one.part} (µs)`,
			value: (lane: ChannelMeasurement) => lane[kind]?.[one.part],
			format: one.format,
		})),
	),
	{
		id: "highTime",
		label: "High time",
		title: "High in all",
		exported: "high time (µs)",
		value: (lane) => lane.highTime,
		format: span,
	},
	{
		id: "known",
		label: "Known",
		title: "How much of the stretch is known",
		exported: "known (µs)",
		value: (lane) => lane.knownTime,
		format: span,
	},
];

/** What the measure says of a lane: an en dash where it says nothing. */
export function measureText(measure: Measure, lane: ChannelMeasurement): string {
	const value = measure.value(lane);
	return value === undefined ? "–" : measure.format(value);
}
