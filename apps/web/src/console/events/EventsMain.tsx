import { useEffect } from "react";
import { eventFeed } from "../../bridge/index.ts";
import { ActBand } from "../../panels/act/index.ts";
import { EventGrid } from "./EventGrid.tsx";
import { EventList } from "./EventList.tsx";
import styles from "./events.module.css";

/** The 32 events with which programs on one pigpiod signal each other: triggers any, lists those that came. */
export function EventsMain() {
	useEffect(() => eventFeed.watch(), []);
	return (
		<div className={styles["tool"]}>
			<ActBand to="trigger events" />
			<EventGrid />
			<EventList />
		</div>
	);
}
