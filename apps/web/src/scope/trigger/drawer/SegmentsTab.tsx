import { formatSpan, groupDigits } from "@gpioscope/logic";
import { Button, Popover } from "@mantine/core";
import { ChevronLeft, ChevronRight, Layers, Radio, Trash2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { capturesStore, showCapture } from "../../../bridge/index.ts";
import { EmptyNote } from "../../../widgets/EmptyNote.tsx";
import { IconButton } from "../../../widgets/IconButton.tsx";
import table from "../../drawer/drawer.module.css";
import { useTableRows } from "../../drawer/useTableRows.ts";
import { scopeStore } from "../../scopeStore.ts";
import { clockLabel } from "../../view/tickLabels.ts";
import { openTriggers } from "../panelStore.ts";
import {
	removeAllSegments,
	removeSegment,
	type Segment,
	segmentName,
	segmentsOf,
	stepSegment,
	useSegments,
} from "../segments.ts";
import { SegmentStrip } from "./SegmentStrip.tsx";
import styles from "./segments.module.css";

/** Everything that triggers kept, newest last; a click shows it. */
export function SegmentsTab() {
	const segments = useSegments();
	if (segments.length === 0) {
		return (
			<EmptyNote
				icon={Layers}
				action={
					<Button size="xs" onClick={() => openTriggers()}>
						Triggers
					</Button>
				}
			>
				No segment yet. A trigger that keeps segments puts here what lies around each of its hits.
			</EmptyNote>
		);
	}
	return (
		<div className={table["tab"]}>
			<Bar segments={segments} />
			<Rows segments={segments} />
		</div>
	);
}

function Bar({ segments }: { readonly segments: readonly Segment[] }) {
	const shown = useStore(capturesStore, (state) => state.shown);
	const at = segments.findIndex((segment) => segment.id === shown);
	return (
		<div className={table["bar"]}>
			<IconButton
				icon={ChevronLeft}
				size="xs"
				label="Segment before"
				disabled={at === 0}
				onClick={() => stepSegment(-1)}
			/>
			<IconButton
				icon={ChevronRight}
				size="xs"
				label="Segment after"
				disabled={at === segments.length - 1}
				onClick={() => stepSegment(1)}
			/>
			<Button
				size="xs"
				variant="subtle"
				leftSection={<Radio size={14} />}
				disabled={at < 0}
				onClick={() => scopeStore.getState().live()}
			>
				Back to live
			</Button>
			<span className={table["space"]} />
			<ClearAll count={segments.length} />
		</div>
	);
}

function ClearAll({ count }: { readonly count: number }) {
	return (
		<Popover width={220} position="top-end" trapFocus>
			<Popover.Target>
				<Button size="xs" variant="subtle">
					Clear all
				</Button>
			</Popover.Target>
			<Popover.Dropdown>
				<p className={styles["question"]}>
					Delete {count === 1 ? "the segment" : `all ${groupDigits(count, 0)} segments`}?
				</p>
				<Button size="xs" variant="danger" onClick={removeAllSegments}>
					Delete
				</Button>
			</Popover.Dropdown>
		</Popover>
	);
}

/** All rows as a table; only those in sight exist, with space in the place of the others. */
function Rows({ segments }: { readonly segments: readonly Segment[] }) {
	const scroller = useRef<HTMLDivElement>(null);
	const shown = useStore(capturesStore, (state) => state.shown);
	const { virtualizer, items, before, after } = useTableRows(segments.length, scroller);
	const at = segments.findIndex((segment) => segment.id === shown);
	useEffect(() => {
		if (at >= 0) virtualizer.scrollToIndex(at);
	}, [at, virtualizer]);
	return (
		<div ref={scroller} className={table["scroller"]}>
			<table className={table["table"]} aria-rowcount={segments.length + 1}>
				<thead>
					<tr>
						<th>Segment</th>
						<th data-align="right">Time</th>
						<th data-align="right">Length</th>
						<th data-align="right">Changes</th>
						<th data-grow>Overview</th>
						<th />
					</tr>
				</thead>
				<tbody>
					<tr style={{ height: before }} />
					{items.map(({ index }) => {
						const segment = segments[index];
						return (
							segment !== undefined && (
								<Row key={segment.id} segment={segment} row={index + 2} isShown={segment.id === shown} />
							)
						);
					})}
					<tr style={{ height: after }} />
				</tbody>
			</table>
		</div>
	);
}

interface RowProps {
	readonly segment: Segment;
	/** For those who do not see the list, from 1. */
	readonly row: number;
	readonly isShown: boolean;
}

function Row({ segment, row, isShown }: RowProps) {
	const { source, facts } = segment;
	const { anchor, firstTime, endTime, changes } = facts;
	const name = segmentName(segment);
	return (
		<tr className={styles["row"]} aria-rowindex={row} data-shown={isShown || undefined}>
			<td>
				<button
					type="button"
					className={styles["show"]}
					aria-current={isShown || undefined}
					onClick={() => showCapture(segment.id)}
				>
					<span className={styles["flag"]} aria-hidden="true">
						T{source.trigger}
					</span>
					{name}
				</button>
			</td>
			<td data-align="right">
				{anchor === undefined ? "–" : clockLabel(anchor.wall + (source.hitTime - anchor.time) / 1000, 1)}
			</td>
			<td data-align="right">{formatSpan(endTime - firstTime)}</td>
			<td data-align="right">{groupDigits(changes, 0)}</td>
			<td data-grow>
				<SegmentStrip segment={segment} />
			</td>
			<td className={styles["tools"]}>
				<IconButton icon={Trash2} size="xs" label={`Delete ${name}`} onClick={() => removeSegment(segment)} />
			</td>
		</tr>
	);
}

/** How many segments there are. */
export function SegmentsCount() {
	return <>{useStore(capturesStore, ({ entries }) => segmentsOf(entries).length)}</>;
}
