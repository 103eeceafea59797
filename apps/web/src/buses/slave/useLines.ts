import { slaveBusOf, slavePins } from "@gpioscope/logic";
import { useMemo } from "react";
import { useStore } from "zustand";
import type { TracedLines } from "../../stores/tracedLinesStore.ts";
import { useBoard } from "../useBoard.ts";
import { slaveFormStore, slaveStore } from "./slave.ts";

/** The lines of the slave as it runs, or else as it is set up. */
export function useLines(): TracedLines {
	const bus = useStore(slaveFormStore, ({ word }) => slaveBusOf(word));
	const runs = useStore(slaveStore, ({ running }) =>
		running === undefined ? undefined : slaveBusOf(running),
	);
	const processor = useBoard()?.processor;
	return useMemo(() => {
		if (processor === undefined)
			return { lines: [], absent: "Which GPIOs the slave is on is known when a Pi is connected." };
		const shown = runs ?? bus;
		if (shown === undefined) return { lines: [], absent: "Choose I²C or SPI for the slave." };
		return { lines: slavePins(shown, processor).map(({ line, gpio }) => ({ gpio, role: line })) };
	}, [bus, runs, processor]);
}
