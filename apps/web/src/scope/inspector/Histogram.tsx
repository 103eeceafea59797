import { formatSpan, groupDigits } from "@gpioscope/logic";
import styles from "./inspector.module.css";
import type { Widths } from "./widths.ts";

const WIDTH = 264;
const HEIGHT = 58;
const FOOT = HEIGHT - 1;
const LABEL = 12;

/** Counts of pulse widths on a logarithmic scale; outliers are amber. */
export function Histogram({
	widths,
	color,
}: {
	readonly widths: Widths | undefined;
	readonly color: number;
}) {
	const bins = widths?.bins ?? [];
	const most = Math.max(1, ...bins.map((bin) => bin.count));
	const pitch = WIDTH / Math.max(1, bins.length);
	const barWidth = Math.min(40, Math.max(1, pitch - 3));
	return (
		<svg
			className={styles["histogram"]}
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			height={HEIGHT}
			preserveAspectRatio="none"
			role="img"
			aria-label="Histogram of high widths"
		>
			{bins.map((bin, index) => {
				const height =
					bin.count === 0
						? 0.8
						: 6 + (Math.log10(bin.count) / Math.max(1, Math.log10(most))) * (FOOT - LABEL - 6);
				const x = index * pitch + (pitch - barWidth) / 2;
				return (
					<g key={bin.from}>
						<rect
							x={x}
							y={FOOT - height}
							width={barWidth}
							height={height}
							rx="1"
							style={{
								fill: bin.outlier ? "var(--amb)" : `var(--c${color})`,
								opacity: bin.count === 0 ? 0.25 : 0.9,
							}}
						>
							<title>{`${formatSpan(bin.from)}: ${groupDigits(bin.count, 0)}`}</title>
						</rect>
						{bin.count > 0 && (
							<text x={x + barWidth / 2} y={FOOT - height - 3} textAnchor="middle">
								{groupDigits(bin.count, 0)}
							</text>
						)}
					</g>
				);
			})}
			<line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
		</svg>
	);
}
