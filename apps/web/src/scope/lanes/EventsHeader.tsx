import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { countText } from "../minimap/countText.ts";
import type { EventsRow } from "./laneLayout.ts";
import styles from "./rows.module.css";

/** Beside the row in which the daemon's events are marked: how many there are. */
export function EventsHeader({ row }: { readonly row: EventsRow }) {
	const count = useStore(shownStore, (state) => state.events);
	return (
		<div id={row.id} className={styles["events"]} style={{ top: row.top, height: row.height }}>
			Events <span className={styles["count"]}>{countText(count)}</span>
		</div>
	);
}
