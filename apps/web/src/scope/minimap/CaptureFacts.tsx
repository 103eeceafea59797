import { formatSpan } from "@gpioscope/logic";
import { useStore } from "zustand";
import { capturesStore, LIVE, shownStore } from "../../bridge/index.ts";
import { limitText } from "../../stores/captureLimit.ts";
import { countText } from "./countText.ts";
import styles from "./minimap.module.css";

/** How much was captured. */
export function CaptureFacts() {
	const isLive = useStore(capturesStore, (state) => state.shown === LIVE);
	const span = useStore(shownStore, ({ firstTime, endTime }) =>
		isLive ? capturedText(endTime - firstTime) : formatSpan(endTime - firstTime),
	);
	const changes = useStore(shownStore, (state) => countText(state.changes));
	const limit = useStore(shownStore, (state) => state.limit);
	const isOldestGone = useStore(shownStore, (state) => state.dropped > 0);
	return (
		<>
			<span className={styles["captured"]}>{span} captured</span>
			<span className={styles["changes"]}>
				{isOldestGone
					? `${changes}, oldest dropped`
					: Number.isFinite(limit)
						? `${changes} of ${limitText(limit)} changes`
						: `${changes} changes`}
			</span>
		</>
	);
}

/** In tenths of a second, so that it does not flicker. */
function capturedText(micros: number): string {
	const seconds = Math.max(0, micros) / 1e6;
	if (seconds < 600) return `${seconds.toFixed(1)}\u00a0s`;
	return formatSpan(micros, { significant: 4 });
}
