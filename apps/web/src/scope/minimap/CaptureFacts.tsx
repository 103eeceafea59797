import { formatSpan } from "@gpioscope/logic";
import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { countText } from "./countText.ts";
import styles from "./minimap.module.css";

/** How much was captured. */
export function CaptureFacts() {
	const span = useStore(shownStore, ({ firstTime, endTime }) => capturedText(endTime - firstTime));
	const changes = useStore(shownStore, (state) => countText(state.changes));
	return (
		<>
			<span className={styles["captured"]}>{span} captured</span>
			<span className={styles["changes"]}>{changes} changes</span>
		</>
	);
}

/** In tenths of a second, so that it does not flicker. */
function capturedText(micros: number): string {
	const seconds = Math.max(0, micros) / 1e6;
	if (seconds < 600) return `${seconds.toFixed(1)}\u00a0s`;
	return formatSpan(micros, { significant: 4 });
}
