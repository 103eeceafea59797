import type { Board } from "@gpioscope/logic";
import { useMemo } from "react";
import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { useLog } from "../../stores/logStore.ts";
import { namesStore, ownName, stylesOf } from "../../stores/namesStore.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { type PinRowModel, pinRow } from "../model/pinRow.ts";
import { noWatches } from "../model/watches.ts";
import { watchesOfLog } from "./pinLog.ts";

/** What the row of a GPIO says, kept up to date. */
export function usePinRow(gpio: number, board: Board): PinRowModel {
	const facts = usePin(gpio);
	const name = useStore(namesStore, (state) => ownName(state, gpio));
	const locked = useStore(namesStore, (state) => stylesOf(state)[gpio]?.locked === true);
	const sessionId = useConnection((state) => state.sessionId);
	const watches = watchesOfLog(useLog()).get(gpio) ?? noWatches;
	return useMemo(
		() => pinRow({ gpio, board, facts, name, locked, sessionId, watches }),
		[gpio, board, facts, name, locked, sessionId, watches],
	);
}
