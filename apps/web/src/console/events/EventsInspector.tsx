import { useStore } from "zustand";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "../tools.module.css";
import { eventsViewStore } from "./eventDeeds.ts";

/** What events are for, and the last one triggered as code. */
export function EventsInspector() {
	const event = useStore(eventsViewStore, (state) => state.last);
	return (
		<>
			<Section title="What events are">
				<p className={styles["text"]}>
					Signals between the programs of one pigpiod: numbers from 0 to 31 without a content. One program
					triggers, all that monitor it hear of it, and a script can wait for it with EVTWT.
				</p>
				<p className={styles["text"]}>
					pigpiod puts several triggers of one event within a millisecond together: they come once.
				</p>
				<p className={styles["text"]}>* has a fixed use; point at it to see which.</p>
			</Section>
			<SameInCode calls={[{ name: "triggerEvent", args: { event } }]} />
		</>
	);
}
