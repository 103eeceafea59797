import { type DeviceKind, hexText, meaningText, registersOf, sizeOf } from "@gpioscope/logic";
import { tabbed } from "../../../widgets/delimited.ts";
import { type DeviceReading, imageOf, meaningIn, valueIn } from "./reading.ts";

/** What was read of a device, as a text with tabs: registers with their meaning, or a memory sixteen bytes a line. */
export function registerListText(kind: DeviceKind, reading: DeviceReading): string {
	const registers = registersOf(kind);
	if (registers.length === 0) return imageText(imageOf(kind, reading));
	const rows = registers.flatMap((register) => {
		const value = valueIn(reading, register);
		if (value === undefined) return [];
		const text = meaningText(meaningIn(kind, reading, register, value));
		const hex = hexText(value, sizeOf(register) * 2);
		return [[hexText(register.address), register.name, hex, String(value), text]];
	});
	return tabbed([["Reg", "Name", "Hex", "Dec", "Meaning"], ...rows]);
}

function imageText(image: readonly (number | undefined)[]): string {
	const lines: string[][] = [];
	for (let at = 0; at < image.length; at += 16) {
		const row = image.slice(at, at + 16);
		const hex = row.map((byte) => (byte === undefined ? "--" : hexText(byte))).join(" ");
		lines.push([hexText(at, 4), hex]);
	}
	return tabbed(lines);
}
