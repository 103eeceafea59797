import { ClipboardList, LocateFixed, Sheet, Trash2 } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { IconButton } from "../../widgets/IconButton.tsx";
import { timeText } from "../currentZero.ts";
import { useBeat } from "../inspector/useBeat.ts";
import { jumpTo } from "../jumps.ts";
import {
	type MarkerOrder,
	type MarkerRow,
	MOST_COLUMNS,
	markerTable,
	tableCsv,
	tableText,
} from "../markers/markerTable.ts";
import { type ShownMarker, shownMarkers } from "../markers/shownMarkers.ts";
import { type CursorId, changeMarker, removeMarker, scopeStore, setCursor } from "../scopeStore.ts";
import { spanText } from "../spanText.ts";
import { useTimeText } from "../useTimeText.ts";
import { type Copy, CopyTools } from "./CopyTools.tsx";
import styles from "./drawer.module.css";

/** All markers with their times and the differences between any two. */
export function MarkersTab() {
	const [order, setOrder] = useState<MarkerOrder>("time");
	const named = useStore(scopeStore, (state) => state.named);
	const table = useBeat(() => markersNow(order), [scopeStore]);
	const timeText = useTimeText();
	if (table.rows.length === 0) {
		return <EmptyNote>No marker yet. Click in the traces for gold, or press M for a named one.</EmptyNote>;
	}
	return (
		<table className={styles["table"]}>
			<thead>
				<tr>
					<SortHead order="name" current={order} onSort={setOrder}>
						Marker
					</SortHead>
					<SortHead order="time" current={order} onSort={setOrder} align="right">
						Time
					</SortHead>
					<th data-align="right">Δ previous</th>
					{table.columns.map((marker) => (
						<th key={marker.id} data-align="right">
							Δ {marker.initial}
						</th>
					))}
					<th data-grow>Note</th>
					<th>
						<CopyTools copies={COPIES} />
					</th>
				</tr>
			</thead>
			<tbody>
				{table.rows.map((row) => (
					<Row
						key={row.marker.id}
						row={row}
						columns={table.columns}
						time={timeText(row.marker.time)}
						number={named.find((one) => `m${one.number}` === row.marker.id)?.number}
					/>
				))}
			</tbody>
		</table>
	);
}

function markersNow(order: MarkerOrder, columns = MOST_COLUMNS): ReturnType<typeof markerTable> {
	const state = scopeStore.getState();
	const notes = new Map(state.named.map(({ number, note }) => [`m${number}`, note]));
	return markerTable(shownMarkers(state), notes, order, columns);
}

interface SortHeadProps {
	readonly order: MarkerOrder;
	readonly current: MarkerOrder;
	readonly onSort: (order: MarkerOrder) => void;
	readonly align?: "right";
	readonly children: string;
}

function SortHead({ order, current, onSort, align, children }: SortHeadProps) {
	const isCurrent = order === current;
	return (
		<th data-align={align} aria-sort={isCurrent ? "ascending" : "none"}>
			<button type="button" className={styles["sort"]} onClick={() => onSort(order)}>
				{children} <span aria-hidden="true">{isCurrent ? "↑" : ""}</span>
			</button>
		</th>
	);
}

interface RowProps {
	readonly row: MarkerRow;
	readonly columns: readonly ShownMarker[];
	readonly time: string;
	/** Of a named marker. */
	readonly number: number | undefined;
}

function Row({ row: { marker, sincePrevious, distances }, columns, time, number }: RowProps) {
	return (
		<tr>
			<td>
				<span className={styles["flag"]} data-tone={marker.tone}>
					{marker.initial}
				</span>
				{number === undefined ? marker.name : <NameField number={number} />}
			</td>
			<td data-align="right">{time}</td>
			<td data-align="right" data-weak>
				{sincePrevious === undefined ? "–" : spanText(sincePrevious)}
			</td>
			{columns.map((other, index) => (
				<td key={other.id} data-align="right" data-weak>
					{other.id === marker.id ? "–" : spanText(distances[index] ?? 0, { signed: true })}
				</td>
			))}
			<td data-grow>{number !== undefined && <NoteField number={number} />}</td>
			<td>
				<span className={styles["tools"]}>
					<IconButton
						icon={LocateFixed}
						size="xs"
						label={`Show ${marker.name}`}
						onClick={() => jumpTo(marker.time)}
					/>
					<IconButton
						icon={Trash2}
						size="xs"
						label={`Remove ${marker.name}`}
						onClick={() =>
							number === undefined ? setCursor(marker.id as CursorId, undefined) : removeMarker(number)
						}
					/>
				</span>
			</td>
		</tr>
	);
}

function NameField({ number }: { readonly number: number }) {
	const name = useStore(scopeStore, ({ named }) => named.find((one) => one.number === number)?.name ?? "");
	return (
		<input
			className={styles["input"]}
			aria-label={`Name of marker ${number}`}
			placeholder="Name"
			maxLength={24}
			value={name}
			onChange={(event) => changeMarker(number, { name: event.currentTarget.value })}
		/>
	);
}

function NoteField({ number }: { readonly number: number }) {
	const note = useStore(scopeStore, ({ named }) => named.find((one) => one.number === number)?.note ?? "");
	return (
		<input
			className={styles["input"]}
			aria-label={`Note of marker ${number}`}
			placeholder="Note"
			value={note}
			onChange={(event) => changeMarker(number, { note: event.currentTarget.value })}
		/>
	);
}

const COPIES: readonly Copy[] = [
	{
		id: "text",
		icon: ClipboardList,
		label: "Copy all markers and differences as text",
		write: () =>
			tableText(markersNow("time", Number.POSITIVE_INFINITY), {
				time: (micros) => timeText(micros),
				span: (micros) => spanText(micros, { signed: true }),
			}),
	},
	{
		id: "csv",
		icon: Sheet,
		label: "Copy all markers and differences as CSV, in µs from the start",
		write: () => tableCsv(markersNow("time", Number.POSITIVE_INFINITY), shownStore.getState().origin),
	},
];

/** How many markers there are. */
export function MarkersCount() {
	return <>{useStore(scopeStore, (state) => shownMarkers(state).length)}</>;
}
