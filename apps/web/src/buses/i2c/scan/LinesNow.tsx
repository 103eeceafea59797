import { useStore } from "zustand";
import { captureStore } from "../../../bridge/index.ts";
import { type I2cBus, linesOf } from "../model/i2cBus.ts";

/** What the levels of an idle bus say about why nobody answers. */
export function LinesNow({ bus }: { readonly bus: I2cBus }) {
	const lines = linesOf(bus);
	const low = useStore(captureStore, ({ level, known }) => {
		const isLow = (gpio: number): boolean => ((known >>> gpio) & 1) === 1 && ((level >>> gpio) & 1) === 0;
		return lines === undefined
			? ""
			: [isLow(lines.sda) && "SDA", isLow(lines.scl) && "SCL"].filter((name) => name !== false).join(" and ");
	});
	if (lines === undefined) return "Are the devices powered, and is this their bus?";
	if (low !== "")
		return `${low} ${low.includes(" and ") ? "are" : "is"} low: a pull-up is missing, or a device holds the line.`;
	return "Both lines are high. Are the devices powered, and SDA and SCL not swapped?";
}
