import { type SpiFlags, spiTiming, type TimingEdge } from "@gpioscope/logic";
import styles from "./TimingPicture.module.css";

interface Props {
	readonly flags: SpiFlags;
	readonly isActiveHigh: boolean;
	/** Bits of a word. */
	readonly wordBits: number;
}

const LABELS = 34;
const ROW = 26;
const HIGH = 5;
const LOW = 19;
/** More bits are left out: they go as those shown. */
const MOST_BITS = 8;
const WIDTH = 300;

/** One word as it goes over the lines in this mode; where it is sampled is marked. */
export function TimingPicture({ flags, isActiveHigh, wordBits }: Props) {
	const bits = Math.min(MOST_BITS, wordBits);
	const timing = spiTiming(flags, isActiveHigh, bits);
	const scale = (WIDTH - LABELS) / timing.end;
	const x = (at: number): number => LABELS + Math.max(0, at) * scale;
	const { mode } = flags;
	const rest = mode >= 2 ? "high" : "low";
	const edge = mode === 0 || mode === 3 ? "rises" : "falls";
	const order = flags.sendLowestFirst === 1 ? "least" : "most";
	return (
		<figure className={styles["figure"]}>
			<svg
				viewBox={`0 0 ${WIDTH} ${3 * ROW + 4}`}
				role="img"
				aria-label={`Timing of mode ${mode}: the clock rests ${rest}, data is sampled as it ${edge}, ${order} significant bit first`}
			>
				{timing.samples.map((at) => (
					<line key={at} className={styles["sample"]} x1={x(at)} x2={x(at)} y1={2} y2={3 * ROW} />
				))}
				<Row name="CE" row={0}>
					<path className={styles["line"]} d={pathOf(timing.select, timing.end, x)} />
				</Row>
				<Row name="SCLK" row={1}>
					<path className={styles["line"]} d={pathOf(timing.clock, timing.end, x)} />
				</Row>
				<Row name="DATA" row={2}>
					{timing.bits.map(({ from, to, bit }) => (
						<g key={bit}>
							<path className={styles["data"]} d={bitOutline(x(from), x(to))} />
							<text className={styles["bit"]} x={(x(from) + x(to)) / 2} y={15.5}>
								{bitName(bit, bits, wordBits, flags.sendLowestFirst === 1)}
							</text>
						</g>
					))}
				</Row>
			</svg>
			<figcaption>
				The clock rests {rest}. Both sides sample as it {edge}, {order} significant bit first.
			</figcaption>
		</figure>
	);
}

function Row({
	name,
	row,
	children,
}: {
	readonly name: string;
	readonly row: number;
	readonly children: React.ReactNode;
}) {
	return (
		<g transform={`translate(0 ${row * ROW + 2})`}>
			<text className={styles["name"]} x={0} y={15.5}>
				{name}
			</text>
			{children}
		</g>
	);
}

/** Of a longer word the bits shown are those sent first. */
function bitName(bit: number, shown: number, wordBits: number, isLowestFirst: boolean): number {
	return isLowestFirst ? bit : bit + wordBits - shown;
}

function pathOf(edges: readonly TimingEdge[], end: number, x: (at: number) => number): string {
	const yOf = (level: 0 | 1): number => (level === 1 ? HIGH : LOW);
	const [first, ...rest] = edges;
	if (first === undefined) return "";
	let path = `M${x(first.at)} ${yOf(first.level)}`;
	for (const { at, level } of rest) path += `H${x(at)}V${yOf(level)}`;
	return `${path}H${x(end)}`;
}

/** A box with slanted ends: the bit may be either. */
function bitOutline(from: number, to: number): string {
	const slant = 2.5;
	const middle = (HIGH + LOW) / 2;
	return `M${from} ${middle}L${from + slant} ${HIGH}H${to - slant}L${to} ${middle}L${to - slant} ${LOW}H${from + slant}Z`;
}
