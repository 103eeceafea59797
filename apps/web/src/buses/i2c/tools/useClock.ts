import { clockOfPeriod } from "@gpioscope/logic";
import { useEffect, useState } from "react";
import { capture, captureStore } from "../../../bridge/index.ts";
import { useSamplePeriod } from "../../samplePeriod.ts";
import { linesOf } from "../model/i2cBus.ts";
import { useBus } from "../state/useI2c.ts";

/** How far back the clock is looked for, µs, and how often, ms. */
const REACH = 5_000_000;
const EVERY_MS = 2000;
const BINS = 256;

interface ClockState {
	/** Hz; undefined while there was none of late, or it is too fast. */
	readonly clock: number | undefined;
	/** The line changes faster than the samples can follow. */
	readonly isTooFast: boolean;
	/** Microseconds. */
	readonly samplePeriod: number;
}

/** The clock of the bus on view as the capture has it, looked at every two seconds. */
export function useClock(): ClockState {
	const scl = linesOf(useBus())?.scl;
	const samplePeriod = useSamplePeriod();
	const [median, setMedian] = useState<number>();
	useEffect(() => {
		setMedian(undefined);
		if (scl === undefined || scl > 31) return;
		let isOver = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const look = async (): Promise<void> => {
			const { endTime } = captureStore.getState();
			const options = { kind: "period", step: samplePeriod, most: BINS } as const;
			const found = await capture.histogram(scl, endTime - REACH, endTime, options);
			if (isOver) return;
			setMedian(found?.median);
			timer = setTimeout(() => void look(), EVERY_MS);
		};
		void look();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [scl, samplePeriod]);
	const clock = median === undefined ? undefined : clockOfPeriod(median, samplePeriod);
	return { clock, isTooFast: median !== undefined && clock === undefined, samplePeriod };
}
