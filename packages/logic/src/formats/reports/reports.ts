import { REPORT_BYTES } from "@gpioscope/protocol";
import type { Format } from "../Format.ts";
import { ReportsReader } from "./ReportsReader.ts";
import { writeReports } from "./writeReports.ts";

/** How many reports must follow one another for bytes without a name to pass for reports. */
const ENOUGH = 4;

export const reports: Format = {
	id: "reports",
	label: "Raw pigpiod reports",
	hint: "What a notification pipe gives; pig2vcd reads it. Levels of all 32 GPIOs, watchdogs and events: no names, no markers.",
	extensions: ["reports", "pigpio"],
	mediaType: "application/octet-stream",
	recognise(head, name) {
		if (followingReports(head) >= ENOUGH) return 2;
		return /\.(reports|pigpio)$/.test(name.toLowerCase()) ? 1 : 0;
	},
	read: () => new ReportsReader(),
	write: writeReports,
};

/** How many reports at the head are numbered one by one and have flags that there are; 0 where one in ten is not. */
function followingReports(head: Uint8Array): number {
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const count = Math.floor(head.length / REPORT_BYTES);
	let following = 0;
	for (let at = REPORT_BYTES; at < count * REPORT_BYTES; at += REPORT_BYTES) {
		const expected = (view.getUint16(at - REPORT_BYTES, true) + 1) & 0xffff;
		if (view.getUint16(at, true) === expected && view.getUint16(at + 2, true) <= 0xff) following++;
	}
	return following * 10 >= (count - 1) * 9 ? following : 0;
}
