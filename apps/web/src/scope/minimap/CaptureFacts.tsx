import { formatSpan } from "@gpioscope/logic";
import { useStore } from "zustand";
import { captureStore } from "../../bridge/index.ts";
import styles from "./minimap.module.css";

/** How much was captured. */
export function CaptureFacts() {
	const span = useStore(captureStore, ({ firstTime, endTime }) => capturedText(endTime - firstTime));
	const changes = useStore(captureStore, (state) => countText(state.changes));
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

/** `1 284`, `1.24 M`. */
export function countText(count: number): string {
	if (count < 100_000) return String(count).replace(/\B(?=(\d{3})+$)/g, "\u2009");
	return count < 1e6 ? `${(count / 1e3).toFixed(0)}\u00a0k` : `${(count / 1e6).toFixed(2)}\u00a0M`;
}
