import { useMemo } from "react";
import type { TracedLines } from "../../stores/tracedLinesStore.ts";
import { busLabel, linesOf } from "./model/i2cBus.ts";
import { useBus } from "./state/useI2c.ts";

/** Clock and data of the bus on view. */
export function useLines(): TracedLines {
	const bus = useBus();
	return useMemo(() => {
		const found = linesOf(bus);
		if (found === undefined)
			return { lines: [], absent: `Which GPIOs ${busLabel(bus)} is on is not known here.` };
		const { sda, scl } = found;
		return {
			lines: [
				{ gpio: scl, role: "SCL" },
				{ gpio: sda, role: "SDA" },
			],
		};
	}, [bus]);
}
