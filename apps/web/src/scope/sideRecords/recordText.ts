import { formatSpan, groupDigits, type SideRecord, type SideRecordKind } from "@gpioscope/logic";
import { csvOf, tabbed } from "../../widgets/delimited.ts";
import { eventText, watchdogText } from "../timeline/drawPoints.ts";
import { gapReason } from "../timeline/gapText.ts";

/** What a kind of record is called, one and many. */
export const kindNames: Readonly<Record<SideRecordKind, { readonly one: string; readonly many: string }>> = {
	watchdog: { one: "Watchdog", many: "Watchdogs" },
	event: { one: "Event", many: "Events" },
	gap: { one: "Gap", many: "Gaps" },
};

/** What a record tells, in words. */
export function recordText(record: SideRecord, nameOf: (channel: number) => string): string {
	switch (record.kind) {
		case "watchdog":
			return watchdogText(nameOf(record.gpio));
		case "event":
			return eventText(record.event);
		case "gap":
			return gapReason(record.cause);
	}
}

/** A record as the cells of a row; a cell without meaning for it is empty. */
export interface RecordCells {
	readonly time: string;
	readonly kind: string;
	readonly text: string;
	/** When a gap ends, how long it is, and how many reports it cost. */
	readonly end: string;
	readonly length: string;
	readonly lost: string;
}

/** @param timeText how a capture time (µs) reads */
export function recordCells(
	record: SideRecord,
	timeText: (time: number) => string,
	nameOf: (channel: number) => string,
): RecordCells {
	const common = {
		time: timeText(record.time),
		kind: kindNames[record.kind].one,
		text: recordText(record, nameOf),
	};
	if (record.kind !== "gap") return { ...common, end: "", length: "", lost: "" };
	return {
		...common,
		end: timeText(record.to),
		length: formatSpan(record.to - record.from),
		lost: record.lost === undefined ? "unknown" : groupDigits(record.lost, 0),
	};
}

/** The records as text with tabs, as they stand on screen. */
export function recordsText(rows: readonly RecordCells[]): string {
	const head = ["Time", "Kind", "What", "To", "Length", "Reports lost"];
	return tabbed([
		head,
		...rows.map(({ time, kind, text, end, length, lost }) => [time, kind, text, end, length, lost]),
	]);
}

/** The records as CSV for programs: all times in µs of the capture from its start at `origin`, to the picosecond. */
export function recordsCsv(
	records: readonly SideRecord[],
	origin: number,
	nameOf: (channel: number) => string,
): string {
	const micros = (value: number): string => String(Number(value.toFixed(6)));
	const head = ["time_us", "kind", "channel", "name", "event", "to_us", "length_us", "reports_lost", "cause"];
	const cells = (record: SideRecord): readonly string[] => {
		switch (record.kind) {
			case "watchdog":
				return [String(record.gpio), nameOf(record.gpio), "", "", "", "", ""];
			case "event":
				return ["", "", String(record.event), "", "", "", ""];
			case "gap": {
				const { from, to, lost, cause } = record;
				return [
					"",
					"",
					"",
					micros(to - origin),
					micros(to - from),
					lost === undefined ? "" : String(lost),
					cause,
				];
			}
		}
	};
	return csvOf([
		head,
		...records.map((record) => [micros(record.time - origin), record.kind, ...cells(record)]),
	]);
}
