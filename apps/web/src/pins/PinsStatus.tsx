import { useStore } from "zustand";
import { connectionStore } from "../stores/connectionStore.ts";
import { pinsStore } from "../stores/pinsStore.ts";
import { Figure } from "../widgets/Figure.tsx";

function pinsText(count: number): string {
	return `${count} ${count === 1 ? "pin" : "pins"}`;
}

/** How many pins this page drives and how many others do. */
export function PinsStatus() {
	const sessionId = useStore(connectionStore, (state) => state.sessionId);
	const pins = useStore(pinsStore, (state) => state.pins);
	const driven = Object.values(pins).filter((pin) => pin.drive.kind !== "none");
	const own = driven.filter((pin) => pin.changedBy?.session === sessionId && sessionId !== undefined).length;
	return (
		<>
			<Figure label="Driven here" value={pinsText(own)} width={6} />
			<Figure label="By others" value={pinsText(driven.length - own)} width={6} />
		</>
	);
}
