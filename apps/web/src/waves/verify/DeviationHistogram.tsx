import type { WaveVerdict } from "@gpioscope/logic";
import styles from "./Verify.module.css";

/** Bins to either side of zero; what lies farther away is counted in the outermost. */
const reach = 8;

/** How many edges came how late, in steps of half the tolerance (one sample). */
export function DeviationHistogram({ verdict }: { readonly verdict: WaveVerdict }) {
	const step = verdict.tolerance / 2;
	const bins = new Array<number>(2 * reach + 1).fill(0);
	for (const { edges } of verdict.tracks.values())
		for (const { deviation } of edges) {
			if (deviation === undefined) continue;
			const bin = Math.min(reach, Math.max(-reach, Math.round(deviation / step))) + reach;
			bins[bin] = (bins[bin] ?? 0) + 1;
		}
	const most = Math.max(1, ...bins);
	return (
		<div className={styles["histogram"]} role="img" aria-label="Deviations of all edges">
			{bins.map((count, index) => {
				const steps = index - reach;
				const isBad = Math.abs(steps * step) > verdict.tolerance;
				return (
					<span
						key={steps}
						title={`${count} at ${steps * step} µs`}
						data-bad={isBad || undefined}
						style={{ height: count === 0 ? 1 : `${8 + (92 * count) / most}%` }}
					/>
				);
			})}
			<i>−{reach * step}</i>
			<i>0 µs</i>
			<i>+{reach * step}</i>
		</div>
	);
}
