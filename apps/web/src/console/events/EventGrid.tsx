import { useStore } from "zustand";
import { eventsStore } from "../../bridge/index.ts";
import { useActBar } from "../../stores/actBar.ts";
import { triggerEvent } from "./eventDeeds.ts";
import { eventMeaning, eventNumbers, isKept } from "./eventMeaning.ts";
import styles from "./events.module.css";

/** A button for each event that triggers it, with how often it came. */
export function EventGrid() {
	const tallies = useStore(eventsStore, (state) => state.tallies);
	const isBarred = useActBar() !== undefined;
	return (
		<section className={styles["trigger"]} aria-label="Trigger an event">
			<h2 className={styles["title"]}>Trigger</h2>
			<div className={styles["grid"]}>
				{eventNumbers.map((event) => {
					const count = tallies[event]?.count ?? 0;
					const meaning = eventMeaning(event);
					return (
						<button
							key={event}
							type="button"
							className={styles["event"]}
							data-came={count > 0 || undefined}
							disabled={isBarred || isKept(event)}
							title={meaning === undefined ? undefined : `Event ${event}: ${meaning}.`}
							aria-label={`Trigger event ${event}, came ${timesText(count)}`}
							onClick={() => triggerEvent(event)}
						>
							<b>
								{event}
								{meaning !== undefined && <sup aria-hidden>*</sup>}
							</b>
							<span>{isKept(event) ? "kept" : count === 0 ? "–" : `${count} ×`}</span>
						</button>
					);
				})}
			</div>
		</section>
	);
}

function timesText(count: number): string {
	return count === 1 ? "once" : `${count} times`;
}
