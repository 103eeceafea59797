import { formatSpan, groupDigits, type WidthBin, type WidthHistogram } from "@gpioscope/logic";
import { isOutlier } from "./isOutlier.ts";
import styles from "./measure.module.css";

const HEIGHT = 48;
const LEAST_HEIGHT = 4;
/** With more bins there is no room for a count over each. */
const MOST_COUNTS = 9;

interface Props {
	readonly spread: WidthHistogram | undefined;
	/** Step in which widths come, µs. */
	readonly step: number;
	/** Trace colour 1 to 8. */
	readonly color: number;
	readonly label: string;
	/** Goes to the pulses of a bin; without it bars only show. */
	readonly onPick: ((bin: WidthBin) => void) | undefined;
}

/** Counts of widths on a logarithmic scale; outliers are amber, and a click goes there. */
export function Histogram({ spread, step, color, label, onPick }: Props) {
	const bins = spread?.bins ?? [];
	const most = Math.max(1, ...bins.map((bin) => bin.count));
	const heightOf = (count: number): number =>
		count === 0
			? 1
			: LEAST_HEIGHT + (Math.log10(count) / Math.max(1, Math.log10(most))) * (HEIGHT - LEAST_HEIGHT);
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form.
		<div
			className={styles["histogram"]}
			role="group"
			aria-label={label}
			style={{ ["--tone" as string]: `var(--c${color})` }}
		>
			{bins.map((bin) => {
				const isFar = spread !== undefined && isOutlier(bin, spread, step);
				const count = groupDigits(bin.count, 0);
				const range = `${formatSpan(bin.from, { trim: true, resolution: Math.min(1, step) })}: ${count}`;
				const bar = (
					<>
						{bin.count > 0 && bins.length <= MOST_COUNTS && (
							<span className={styles["count"]}>{shortCount(bin.count)}</span>
						)}
						<i style={{ height: heightOf(bin.count) }} />
					</>
				);
				const data = {
					className: styles["bin"],
					title: range,
					"data-outlier": (isFar && bin.count > 0) || undefined,
					"data-empty": bin.count === 0 || undefined,
				};
				return onPick === undefined || bin.count === 0 ? (
					<div key={bin.from} {...data}>
						{bar}
					</div>
				) : (
					<button
						key={bin.from}
						type="button"
						aria-label={`${range}${isFar ? ", outlier" : ""}: go there`}
						onClick={() => onPick(bin)}
						{...data}
					>
						{bar}
					</button>
				);
			})}
		</div>
	);
}

/** In four characters at most. */
function shortCount(count: number): string {
	if (count < 10_000) return String(count);
	return count < 1e6 ? `${Math.round(count / 1e3)}k` : `${(count / 1e6).toPrecision(2)}M`;
}
