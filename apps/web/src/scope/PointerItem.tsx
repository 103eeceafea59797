import { shownStore } from "../bridge/index.ts";
import { Figure } from "../widgets/Figure.tsx";
import { timeText } from "./currentZero.ts";
import { useBeat } from "./inspector/useBeat.ts";
import { scopeStore } from "./scopeStore.ts";

/** Where blue is, in the status bar. */
export function PointerItem() {
	const text = useBeat(() => {
		const { blue } = scopeStore.getState().cursors;
		return blue === undefined ? undefined : timeText(blue);
	}, [scopeStore, shownStore]);
	return <Figure label="Blue" width={14} value={text} />;
}
