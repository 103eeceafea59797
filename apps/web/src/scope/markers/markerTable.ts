import { csvOf, tabbed } from "../../widgets/delimited.ts";
import type { ShownMarker } from "./shownMarkers.ts";

/** A marker as a row of the table; capture times and distances in µs. */
export interface MarkerRow {
	readonly marker: ShownMarker;
	readonly note: string;
	/** From the marker before it in time; undefined for the first. */
	readonly sincePrevious: number | undefined;
	/** To each of the columns' markers: positive when that one is later. */
	readonly distances: readonly number[];
}

export type MarkerOrder = "time" | "name";

/** More markers than this have no matrix of all differences on screen: nobody finds a figure in it. Copies have all. */
export const MOST_COLUMNS = 12;

/** The markers as a table: rows in the order asked for, a column of differences for each of the first `columns` in time. */
export function markerTable(
	markers: readonly ShownMarker[],
	notes: ReadonlyMap<string, string>,
	order: MarkerOrder,
	columns = Number.POSITIVE_INFINITY,
): { readonly columns: readonly ShownMarker[]; readonly rows: readonly MarkerRow[] } {
	const inTime = [...markers].sort((a, b) => a.time - b.time);
	const heads = inTime.slice(0, columns);
	const rowOf = (marker: ShownMarker): MarkerRow => {
		const previous = inTime[inTime.indexOf(marker) - 1];
		return {
			marker,
			note: notes.get(marker.id) ?? "",
			sincePrevious: previous === undefined ? undefined : marker.time - previous.time,
			distances: heads.map((head) => head.time - marker.time),
		};
	};
	return { columns: heads, rows: (order === "time" ? inTime : markers).map(rowOf) };
}

/** How a table is written out. */
export interface MarkerTexts {
	/** A capture time as people read it. */
	readonly time: (micros: number) => string;
	readonly span: (micros: number) => string;
}

type Table = ReturnType<typeof markerTable>;

/** The table as text with tabs, as it stands on screen: for notes, mails and spreadsheets. */
export function tableText({ columns, rows }: Table, texts: MarkerTexts): string {
	const head = ["Marker", "Time", "Δ previous", ...columns.map(({ flag }) => `Δ ${flag}`), "Note"];
	const lines = rows.map(({ marker, note, sincePrevious, distances }) => [
		marker.name,
		texts.time(marker.time),
		sincePrevious === undefined ? "" : texts.span(sincePrevious),
		...distances.map((distance, index) => (columns[index]?.id === marker.id ? "–" : texts.span(distance))),
		note,
	]);
	return tabbed([head, ...lines]);
}

/** The table as CSV for programs: all times in µs of the capture from its start at `origin`, to the picosecond. */
export function tableCsv({ columns, rows }: Table, origin: number): string {
	const micros = (value: number): string => String(Number(value.toFixed(6)));
	const head = [
		"marker",
		"name",
		"time_us",
		"since_previous_us",
		...columns.map(({ initial }) => `to_${initial}_us`),
		"note",
	];
	const lines = rows.map(({ marker, note, sincePrevious, distances }) => [
		marker.initial,
		marker.name,
		micros(marker.time - origin),
		sincePrevious === undefined ? "" : micros(sincePrevious),
		...distances.map(micros),
		note,
	]);
	return csvOf([head, ...lines]);
}
