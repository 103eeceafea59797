import { useEffect, useState } from "react";
import { BridgeError, bridge } from "../../bridge/index.ts";
import { useConnection } from "../../stores/connectionStore.ts";

/** What pigpiod tells of its wave memory. */
export interface WaveFigures {
	/** Of the waveform under construction. */
	readonly pulses: number;
	readonly controlBlocks: number;
	readonly micros: number;
	/** The largest that was built since pigpiod started. */
	readonly mostPulses: number;
	readonly mostControlBlocks: number;
	/** The most there may be. */
	readonly maxPulses: number;
	readonly maxControlBlocks: number;
	/** Id of the wave being sent, 9998 for one that is none any more, 9999 for none. */
	readonly current: number;
}

const BEAT_MS = 2000;
const QUERY = { current: 0, most: 1, limit: 2 } as const;

/** Asks pigpiod for its wave figures again and again while it answers and the page is seen. */
export function useWaveFigures(): WaveFigures | undefined {
	const isLive = useConnection((state) => state.target?.state.kind === "live");
	const [figures, setFigures] = useState<WaveFigures>();
	useEffect(() => {
		if (!isLive) return undefined;
		let isOver = false;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const ask = async (): Promise<void> => {
			try {
				const asked = document.hidden ? undefined : await askFigures();
				if (!isOver && asked !== undefined) setFigures(asked);
			} catch (error) {
				// The state of the connection says why; it is asked again.
				if (!(error instanceof BridgeError)) throw error;
			}
			if (!isOver) timer = setTimeout(() => void ask(), BEAT_MS);
		};
		void ask();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [isLive]);
	return isLive ? figures : undefined;
}

async function askFigures(): Promise<WaveFigures> {
	const pulses = (query: number) => bridge.call("getWavePulses", { query });
	const controlBlocks = (query: number) => bridge.call("getWaveControlBlocks", { query });
	const answers = await Promise.all([
		pulses(QUERY.current),
		controlBlocks(QUERY.current),
		bridge.call("getWaveMicros", { query: QUERY.current }),
		pulses(QUERY.most),
		controlBlocks(QUERY.most),
		pulses(QUERY.limit),
		controlBlocks(QUERY.limit),
		bridge.call("getCurrentWave", {}),
	]);
	const [now, blocks, micros, mostPulses, mostControlBlocks, maxPulses, maxControlBlocks, current] = answers;
	return {
		pulses: now,
		controlBlocks: blocks,
		micros,
		mostPulses,
		mostControlBlocks,
		maxPulses,
		maxControlBlocks,
		current,
	};
}
