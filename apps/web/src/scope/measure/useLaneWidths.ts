import type { ChannelMeasurement, WidthHistogram, WidthKind } from "@gpioscope/logic";
import { useEffect, useState } from "react";
import { shownCapture, shownStore } from "../../bridge/index.ts";
import { samplePeriod } from "../currentZero.ts";
import { seenMeasurement, storedKind } from "../figures/seen.ts";
import { viewport } from "../mainViewport.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { timeResolution } from "../spanText.ts";

const CALM_MS = 500;
/** A measurement waits so many times as long as the last one took. */
const BREAK = 8;
/** µs that are looked at while live. */
const LIVE_STRETCH = 2e6;
const MOST_BINS = 24;

/** How a lane's pulses are spread, and where that was measured. */
export interface LaneWidths {
	readonly spread: WidthHistogram | undefined;
	readonly lane: ChannelMeasurement | undefined;
	/** Of which stretch, in words. */
	readonly where: string;
	readonly failed: boolean;
}

const NOTHING: LaneWidths = { spread: undefined, lane: undefined, where: "", failed: false };

function stretchNow(): { readonly from: number; readonly to: number; readonly where: string } {
	const marked = markedStretch();
	if (marked !== undefined) return { ...marked, where: "between markers" };
	const { endTime } = shownStore.getState();
	if (viewport.following) return { from: endTime - LIVE_STRETCH, to: endTime, where: "in the last 2 s" };
	return { from: viewport.view.from, to: viewport.view.to, where: "in view" };
}

/** The step in which times of the shown capture come, µs. */
export function timeStep(): number {
	const tick = timeResolution();
	return Math.max(tick, samplePeriod() ?? tick);
}

/** Measures the widths of a lane, and again when view, markers or data move. */
export function useLaneWidths(channel: number, kind: WidthKind, isInverted: boolean): LaneWidths {
	const [widths, setWidths] = useState<LaneWidths>(NOTHING);
	useEffect(() => {
		let isCurrent = true;
		let asked = "";
		let timer: ReturnType<typeof setTimeout> | undefined;
		const read = async (): Promise<void> => {
			const { from, to, where } = stretchNow();
			const key = `${from} ${to}`;
			const start = performance.now();
			if (key !== asked && to > from) {
				asked = key;
				try {
					const options = { kind: storedKind(kind, isInverted), step: timeStep(), most: MOST_BINS };
					const [spread, lane] = await Promise.all([
						shownCapture.histogram(channel, from, to, options),
						shownCapture.measure(channel, from, to),
					]);
					if (isCurrent) setWidths({ spread, lane: seenMeasurement(lane, isInverted), where, failed: false });
				} catch {
					asked = "";
					if (isCurrent) setWidths({ ...NOTHING, where, failed: true });
				}
			}
			const wait = Math.max(CALM_MS, BREAK * (performance.now() - start));
			if (isCurrent) timer = setTimeout(() => void read(), wait);
		};
		void read();
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [channel, kind, isInverted]);
	return widths;
}
