/**
 * One notification report (gpioReport_t of pigpio.h), little endian:
 *
 *     u16 seqno | u16 flags | u32 tick | u32 level
 */
export interface Report {
	/** Counts the reports of a handle from its opening, modulo 65536. */
	readonly seqno: number;
	readonly flags: number;
	/** Microseconds modulo 2^32. */
	readonly tick: number;
	/** Levels of GPIO 0 to 31, one bit each; never masked. */
	readonly level: number;
}

export const REPORT_BYTES = 12;

const WATCHDOG = 0x20;
const KEEP_ALIVE = 0x40;
const EVENT = 0x80;
const DETAIL = 0x1f;

/** Why a report was sent. */
export type ReportKind = "level" | "watchdog" | "keepAlive" | "event";

/** Why a report was sent, from its flags. */
export function reportKind(flags: number): ReportKind {
	if ((flags & EVENT) !== 0) return "event";
	if ((flags & KEEP_ALIVE) !== 0) return "keepAlive";
	return (flags & WATCHDOG) !== 0 ? "watchdog" : "level";
}

/** The GPIO of a watchdog report, or the number of an event. */
export function reportDetail(flags: number): number {
	return flags & DETAIL;
}

/** Flags of a report; `detail` is the GPIO of a watchdog or the number of an event. */
export function reportFlags(kind: ReportKind, detail = 0): number {
	switch (kind) {
		case "level":
			return 0;
		case "watchdog":
			return WATCHDOG | (detail & DETAIL);
		case "keepAlive":
			return KEEP_ALIVE;
		case "event":
			return EVENT | (detail & DETAIL);
	}
}

/** Writes a report; its twelve bytes must fit behind `offset`. */
export function encodeReport(view: DataView, offset: number, report: Report): void {
	view.setUint16(offset, report.seqno, true);
	view.setUint16(offset + 2, report.flags, true);
	view.setUint32(offset + 4, report.tick, true);
	view.setUint32(offset + 8, report.level, true);
}

/** Reads a report; meant for tests and single reports, streams read the view field by field. */
export function decodeReport(view: DataView, offset: number): Report {
	return {
		seqno: view.getUint16(offset, true),
		flags: view.getUint16(offset + 2, true),
		tick: view.getUint32(offset + 4, true),
		level: view.getUint32(offset + 8, true),
	};
}
