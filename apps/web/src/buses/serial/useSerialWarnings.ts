import { useMemo } from "react";
import { useStore } from "zustand";
import { pinsStore } from "../../stores/pinsStore.ts";
import { linesInUse } from "../linesInUse.ts";
import { useBoard } from "../useBoard.ts";
import type { SerialSettings } from "./serialSettings.ts";

/** What would stop if the line were opened: only a GPIO to send on is taken from others. */
export function useSerialWarnings({ source, sends, tx }: SerialSettings): readonly string[] {
	const pins = useStore(pinsStore, (state) => state.pins);
	const board = useBoard();
	return useMemo(() => {
		if (board === undefined || source === "port" || !sends) return [];
		return linesInUse([tx], pins, board.processor);
	}, [board, pins, source, sends, tx]);
}
