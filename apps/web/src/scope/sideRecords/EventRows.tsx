import type { SideRecord, SideRecordKind, SideRecordPage } from "@gpioscope/logic";
import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import table from "../drawer/drawer.module.css";
import { TABLE_ROW, useTableRows } from "../drawer/useTableRows.ts";
import { channelName, channelsStore } from "../lanes/channelsStore.ts";
import { viewport } from "../mainViewport.ts";
import { useTimeText } from "../useTimeText.ts";
import styles from "./events.module.css";
import { goToRecord, rankAt, recordsStore } from "./recordsStore.ts";
import { recordCells } from "./recordText.ts";

/** So near to its end the list counts as being there, CSS pixels. */
const NEAR_END = TABLE_ROW;

const NO_PAGE: Pick<SideRecordPage, "first" | "end" | "rank" | "records"> = {
	first: 0,
	end: 0,
	rank: 0,
	records: [],
};

interface Props {
	readonly icons: Readonly<Record<SideRecordKind, LucideIcon>>;
}

/** The rows as a grid worked by arrows; Enter or a click goes to where one is. Who stands at its end sees what is new. */
export function EventRows({ icons }: Props) {
	const scroller = useRef<HTMLDivElement>(null);
	const page = useStore(recordsStore, (state) => state.page) ?? NO_PAGE;
	const { first, end } = page;
	const [current, setCurrent] = useState<number>();
	const { virtualizer, items, before, after } = useTableRows(end - first, scroller);
	const timeText = useTimeText();
	useStore(channelsStore);
	useKeptPlace(scroller, first, end);

	const from = items[0]?.index ?? 0;
	const count = items.length;
	useEffect(() => {
		recordsStore.setState({ wanted: { rank: first + from, count } });
	}, [first, from, count]);

	const recordAt = (rank: number): SideRecord | undefined => page.records[rank - page.rank];
	const visible = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / TABLE_ROW) - 2);
	const onKeyDown = (event: KeyboardEvent): void => {
		const { key } = event;
		if (key === "Enter" || key === " ") {
			event.preventDefault();
			const record = current === undefined ? undefined : recordAt(current);
			if (record !== undefined) goToRecord(record);
			return;
		}
		const goal = rankByKey(key, current ?? (key === "ArrowUp" ? end : first + from - 1), visible, first, end);
		if (goal === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
		event.preventDefault();
		setCurrent(goal);
		virtualizer.scrollToIndex(goal - first);
	};

	return (
		<div ref={scroller} className={table["scroller"]}>
			<table
				// biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are picked.
				role="grid"
				className={table["table"]}
				aria-label="Events"
				aria-rowcount={end - first + 1}
				aria-activedescendant={current === undefined ? undefined : rowId(current)}
				tabIndex={0}
				onKeyDown={onKeyDown}
			>
				<thead>
					<tr>
						<th data-align="right">Time</th>
						<th>Kind</th>
						<th data-grow>What</th>
						<th data-align="right">To</th>
						<th data-align="right">Length</th>
						<th data-align="right">Reports lost</th>
					</tr>
				</thead>
				<tbody>
					<tr style={{ height: before }} />
					{items.map(({ index }) => {
						const rank = first + index;
						const record = recordAt(rank);
						return (
							<Row
								key={rank}
								rank={rank}
								row={index + 2}
								record={record}
								icon={record && icons[record.kind]}
								timeText={timeText}
								isCurrent={rank === current}
								onPick={() => {
									setCurrent(rank);
									if (record !== undefined) goToRecord(record);
								}}
							/>
						);
					})}
					<tr style={{ height: after }} />
				</tbody>
			</table>
		</div>
	);
}

function rowId(rank: number): string {
	return `record-${rank}`;
}

function rankByKey(key: string, from: number, page: number, first: number, end: number): number | undefined {
	const steps: Readonly<Record<string, number>> = {
		ArrowDown: from + 1,
		ArrowUp: from - 1,
		PageDown: from + page,
		PageUp: from - page,
		Home: first,
		End: end - 1,
	};
	const goal = steps[key];
	return goal === undefined || end === first ? undefined : Math.min(end - 1, Math.max(first, goal));
}

interface RowProps {
	readonly rank: number;
	/** For those who do not see the list, from 1. */
	readonly row: number;
	/** Undefined while it is asked for. */
	readonly record: SideRecord | undefined;
	readonly icon: LucideIcon | undefined;
	readonly timeText: (time: number) => string;
	readonly isCurrent: boolean;
	readonly onPick: () => void;
}

function Row({ rank, row, record, icon: Icon, timeText, isCurrent, onPick }: RowProps) {
	const cells = record && recordCells(record, timeText, channelName);
	return (
		<tr
			id={rowId(rank)}
			className={styles["row"]}
			aria-rowindex={row}
			aria-selected={isCurrent}
			data-kind={record?.kind}
			onClick={onPick}
		>
			<td data-align="right">{cells?.time ?? "…"}</td>
			<td>
				<span className={styles["kind"]}>
					{Icon !== undefined && <Icon size={14} />}
					{cells?.kind}
				</span>
			</td>
			<td data-grow title={cells?.text}>
				{cells?.text}
			</td>
			<td data-align="right" data-weak>
				{cells?.end}
			</td>
			<td data-align="right" data-weak>
				{cells?.length}
			</td>
			<td data-align="right" data-weak>
				{cells?.lost}
			</td>
		</tr>
	);
}

/**
 * Begins where the view is, at the end while it is live. What is dropped above moves nothing; who stands at the end
 * stays there as rows are added.
 */
function useKeptPlace(
	scroller: { readonly current: HTMLDivElement | null },
	first: number,
	end: number,
): void {
	const isAtEnd = useRef(viewport.following);
	const last = useRef<number>(undefined);
	useEffect(() => {
		const element = scroller.current;
		if (element === null) return;
		const note = (): void => {
			isAtEnd.current = element.scrollTop + element.clientHeight >= element.scrollHeight - NEAR_END;
		};
		element.addEventListener("scroll", note, { passive: true });
		return () => element.removeEventListener("scroll", note);
	}, [scroller]);
	useLayoutEffect(() => {
		const element = scroller.current;
		if (element === null || end === first) return;
		const isFirst = last.current === undefined;
		const dropped = first - (last.current ?? first);
		last.current = first;
		if (isAtEnd.current) element.scrollTop = element.scrollHeight;
		else if (isFirst)
			rankAt(viewport.view.from).then(
				(rank) => {
					element.scrollTop = (rank - first) * TABLE_ROW;
				},
				(error: unknown) => console.error("The capture did not answer.", error),
			);
		else if (dropped > 0) element.scrollTop -= dropped * TABLE_ROW;
	}, [scroller, first, end]);
}
