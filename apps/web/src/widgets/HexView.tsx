import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import styles from "./HexView.module.css";
import { hexOf, printable } from "./hexBytes.ts";

/** Height of a row in px. */
const ROW = 20;

interface Props {
	readonly label: string;
	readonly bytes: Uint8Array;
	/** How many stand in a row. */
	readonly columns: 8 | 16;
}

/** Bytes in rows of place, hex and ASCII, however many there are. */
export function HexView({ label, bytes, columns }: Props) {
	const scroller = useRef<HTMLDivElement>(null);
	const rows = useVirtualizer({
		count: Math.ceil(bytes.length / columns),
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW,
		overscan: 20,
	});
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
		<section ref={scroller} className={`mono ${styles["view"]}`} aria-label={label} tabIndex={0}>
			<div className={styles["all"]} style={{ height: rows.getTotalSize() }}>
				{rows.getVirtualItems().map(({ index, start }) => {
					const row = bytes.subarray(index * columns, (index + 1) * columns);
					return (
						<div key={index} className={styles["row"]} style={{ transform: `translateY(${start}px)` }}>
							<span className={styles["place"]}>{(index * columns).toString(16).padStart(6, "0")}</span>
							<span className={styles["hex"]} style={{ width: `${columns * 3 - 1}ch` }}>
								{hexOf(row)}
							</span>
							<span className={styles["ascii"]}>{Array.from(row, printable).join("")}</span>
						</div>
					);
				})}
			</div>
		</section>
	);
}
