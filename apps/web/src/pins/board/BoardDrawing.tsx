import styles from "./BoardDrawing.module.css";
import { liesAcross, plasticPath } from "./boardGeometry.ts";

interface Props {
	/** Rows of two pins. */
	readonly rows: number;
	/** Distance of two pins in px. */
	readonly pitch: number;
	readonly quarterTurns: number;
	/** Name of the header on the silk when it is not the main one. */
	readonly title?: string | undefined;
	/** Less of the board beside the plastic. */
	readonly compact: boolean;
	/** px between the plastic and the rim of the circuit board. */
	readonly margin: number;
}

/** How far the circuit board is drawn to the side of the odd pins before it has faded out. */
const FADE = 240;
/** How much of the board stands out beyond the even pins. */
const RIM = 28;

/** Circuit board, silk print and black plastic of a header, turned as it lies. The pads stand over it. */
export function BoardDrawing({ rows, pitch, quarterTurns, title, margin, compact }: Props) {
	const width = 2 * pitch;
	const height = rows * pitch;
	const left = compact ? -FADE / 2 : -FADE;
	const right = width + (compact ? RIM - 6 : RIM);
	const top = -margin + 6;
	const bottom = height + margin;
	const across = liesAcross(quarterTurns);
	// The drawing turns around the middle of the plastic, which stands in the middle of the box.
	const boxWidth = across ? height : width;
	const boxHeight = across ? width : height;
	const turn = `translate(${boxWidth / 2} ${boxHeight / 2}) rotate(${quarterTurns * 90}) translate(${-width / 2} ${-height / 2})`;
	const rim = `M${left * 0.25} ${top}H${right - 14}a14 14 0 0 1 14 14V${bottom - 14}a14 14 0 0 1 -14 14H${left * 0.25}`;
	const fade = `pcb-fade-${rows}`;
	return (
		<svg
			className={styles["drawing"]}
			width={boxWidth}
			height={boxHeight}
			aria-hidden="true"
			style={{ overflow: "visible" }}
		>
			<title>Circuit board</title>
			<defs>
				<linearGradient id={fade} x1="0" x2="1">
					<stop offset="0" className={styles["fadeOut"]} />
					<stop offset="0.75" className={styles["fadeIn"]} />
				</linearGradient>
			</defs>
			<g transform={turn}>
				<path
					d={`M${left} ${top}H${right - 14}a14 14 0 0 1 14 14V${bottom - 14}a14 14 0 0 1 -14 14H${left}Z`}
					fill={`url(#${fade})`}
				/>
				<path d={rim} className={styles["rim"]} />
				<rect x={-5.5} y={-5.5} width={width + 11} height={height + 11} rx={3} className={styles["silk"]} />
				<path d={`M${compact ? -24 : -28} ${pitch / 2 - 4.5}v9l7-4.5z`} className={styles["pinOne"]} />
				<path d={plasticPath(rows, pitch)} className={styles["plastic"]} />
				{Array.from({ length: rows - 1 }, (_, index) => (index + 1) * pitch).map((y) => (
					<line
						key={y}
						x1={pitch * 0.14}
						x2={width - pitch * 0.14}
						y1={y}
						y2={y}
						className={styles["seam"]}
					/>
				))}
			</g>
			<SilkText rows={rows} pitch={pitch} quarterTurns={quarterTurns} title={title} />
		</svg>
	);
}

/** The words on the board stay upright however it lies. */
function SilkText({
	rows,
	pitch,
	quarterTurns,
	title,
}: Pick<Props, "rows" | "pitch" | "quarterTurns" | "title">) {
	const long = rows * pitch;
	const texts = title === undefined ? (["SD card end", "USB end"] as const) : ([title, ""] as const);
	const turned = quarterTurns === 1 || quarterTurns === 2;
	const [first, second] = turned ? [texts[1], texts[0]] : texts;
	if (liesAcross(quarterTurns)) {
		return (
			<g className={styles["words"]}>
				<text x={-16} y={pitch + 3.5} textAnchor="end">
					{first}
				</text>
				<text x={long + 16} y={pitch + 3.5}>
					{second}
				</text>
			</g>
		);
	}
	// They stand on the side of the odd pins, where the board goes on.
	const side = turned
		? ({ x: 2 * pitch + 22, textAnchor: "start" } as const)
		: ({ x: -22, textAnchor: "end" } as const);
	return (
		<g className={styles["words"]}>
			<text {...side} y={-8}>
				{first}
			</text>
			<text {...side} y={long + 19}>
				{second}
			</text>
		</g>
	);
}
