import { Button } from "@mantine/core";
import { X, Zap } from "lucide-react";
import { useStore } from "zustand";
import { openInScope } from "../../actions/openInScope.ts";
import { captureStore, type DaemonEvent, eventsStore, LISTED_EVENTS } from "../../bridge/index.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { eventsViewStore } from "./eventDeeds.ts";
import { eventMeaning } from "./eventMeaning.ts";
import styles from "./events.module.css";
import { aroundEvent, cameText, sinceText } from "./eventTimes.ts";

/** The events that came, newest first. */
export function EventList() {
	const came = useStore(eventsStore, (state) => state.came);
	const only = useStore(eventsViewStore, (state) => state.only);
	const listed = only === undefined ? came : came.filter(({ event }) => event === only);
	return (
		<section className={styles["list"]} aria-label="Events that came">
			<div className={styles["head"]}>
				<h2 className={styles["title"]}>{only === undefined ? "Came" : `Came: event ${only}`}</h2>
				{only !== undefined && (
					<Button
						size="xs"
						variant="subtle"
						leftSection={<X size={14} />}
						onClick={() => eventsViewStore.setState({ only: undefined })}
					>
						All events
					</Button>
				)}
			</div>
			{listed.length === 0 ? (
				<EmptyNote icon={Zap}>
					No event yet. What programs trigger on this pigpiod, from here or elsewhere, is listed here.
				</EmptyNote>
			) : (
				<Rows listed={listed} isCut={came.length === LISTED_EVENTS} />
			)}
		</section>
	);
}

function Rows({ listed, isCut }: { readonly listed: readonly DaemonEvent[]; readonly isCut: boolean }) {
	const anchor = useStore(captureStore, (state) => state.anchor);
	const origin = useStore(captureStore, (state) => state.origin);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
		<section className={styles["scroller"]} tabIndex={0} aria-label="List of events">
			<table className={styles["table"]}>
				<thead>
					<tr>
						<th>Time</th>
						<th>Event</th>
						<th className={styles["grow"]}>What it is</th>
						<th className={styles["number"]}>Since the one before</th>
					</tr>
				</thead>
				<tbody aria-live="polite" aria-relevant="additions">
					{listed.map(({ rank, time, event }, index) => (
						<tr key={rank}>
							<td>
								<button
									type="button"
									className={styles["when"]}
									title="Show in scope"
									onClick={() => openInScope(aroundEvent(time))}
								>
									{cameText(time, anchor, origin)}
								</button>
							</td>
							<td>
								<button
									type="button"
									className={styles["only"]}
									title={`List event ${event} only`}
									onClick={() => eventsViewStore.setState({ only: event })}
								>
									Event {event}
								</button>
							</td>
							<td className={styles["meaning"]}>{eventMeaning(event) ?? "signal between programs"}</td>
							<td className={styles["number"]}>{sinceText(time, listed[index + 1]?.time)}</td>
						</tr>
					))}
				</tbody>
			</table>
			{isCut && <p className={styles["cut"]}>Older ones are in Scope, in the drawer under Events.</p>}
		</section>
	);
}
