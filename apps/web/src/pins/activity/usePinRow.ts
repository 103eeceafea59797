import type { Board } from "@gpioscope/logic";
import { useMemo } from "react";
import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { type PinRowModel, pinRow } from "../model/pinRow.ts";

/** What the row of a GPIO says, kept up to date. */
export function usePinRow(gpio: number, board: Board): PinRowModel {
	const facts = usePin(gpio);
	const name = useStore(namesStore, (state) => ownName(state, gpio));
	const sessionId = useConnection((state) => state.sessionId);
	return useMemo(
		() => pinRow({ gpio, board, facts, name, sessionId }),
		[gpio, board, facts, name, sessionId],
	);
}
