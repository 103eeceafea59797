import { formatSpan, parseTime } from "@gpioscope/logic";
import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { pixelOfHere } from "../actions/here.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore } from "../scopeStore.ts";
import { COARSEST_ZOOM, DIVISION_PIXELS, FINEST_ZOOM } from "../view/timeView.ts";
import { TextField } from "./TextField.tsx";

/** Time of one grid division; any time can be typed. */
export function DivisionField() {
	const division = useStore(scopeStore, (state) => state.division);
	const tick = useStore(shownStore, ({ ticksPerMicro }) => 1 / ticksPerMicro);
	const finest = FINEST_ZOOM * tick * DIVISION_PIXELS;
	const coarsest = COARSEST_ZOOM * DIVISION_PIXELS;
	return (
		<TextField
			label="Time per division"
			value={`${formatSpan(division, { significant: 3, trim: true, resolution: tick })}/div`}
			width={104}
			align="center"
			onEnter={(text) => {
				const micros = parseTime(text.replace(/\/?\s*div$/i, ""));
				if (micros === undefined || micros <= 0) return "A time, for example 5 ms.";
				if (micros < finest || micros > coarsest)
					return `${formatSpan(finest, { trim: true, resolution: finest })} to ${formatSpan(coarsest, { trim: true })} a division.`;
				viewport.setDivision(micros, pixelOfHere());
				return undefined;
			}}
		/>
	);
}
