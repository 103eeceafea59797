import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { capturesStore } from "../../../bridge/index.ts";
import table from "../../drawer/drawer.module.css";
import { useTableRows } from "../../drawer/useTableRows.ts";
import type { ListedSegment } from "../segments.ts";
import { SegmentRow } from "./SegmentRow.tsx";
import styles from "./segments.module.css";

/** All rows as a table; only those in sight exist, with space in the place of the others. */
export function SegmentRows({ segments }: { readonly segments: readonly ListedSegment[] }) {
	const scroller = useRef<HTMLDivElement>(null);
	const shown = useStore(capturesStore, (state) => state.shown);
	const { virtualizer, items, before, after } = useTableRows(segments.length, scroller);
	const at = segments.findIndex(({ here }) => here?.id === shown);
	useEffect(() => {
		if (at >= 0) virtualizer.scrollToIndex(at);
	}, [at, virtualizer]);
	return (
		<div ref={scroller} className={table["scroller"]}>
			<table className={`${table["table"]} ${styles["rows"]}`} aria-rowcount={segments.length + 1}>
				<thead>
					<tr>
						<th>Segment</th>
						<th data-align="right">Time</th>
						<th data-align="right" data-wide>
							Length
						</th>
						<th data-align="right" data-wide>
							Changes
						</th>
						<th data-grow data-wide>
							Overview
						</th>
						<th />
					</tr>
				</thead>
				<tbody>
					<tr style={{ height: before }} />
					{items.map(({ index }) => {
						const segment = segments[index];
						return (
							segment !== undefined && (
								<SegmentRow key={segment.key} segment={segment} row={index + 2} isShown={index === at} />
							)
						);
					})}
					<tr style={{ height: after }} />
				</tbody>
			</table>
		</div>
	);
}
