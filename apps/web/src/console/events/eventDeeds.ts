import { createStore } from "zustand/vanilla";
import { showError } from "../../actions/showError.ts";
import { bridge } from "../../bridge/index.ts";
import { noteAction } from "../../stores/uiStore.ts";

interface EventsViewState {
	/** The event that was triggered last here. */
	readonly last: number;
	/** Only this event is listed; all when undefined. */
	readonly only: number | undefined;
}

/** What was done in the events tool. */
export const eventsViewStore = createStore<EventsViewState>()(() => ({ last: 0, only: undefined }));

/** Triggers an event; that it came is seen by its report. */
export function triggerEvent(event: number): void {
	noteAction();
	eventsViewStore.setState({ last: event });
	bridge.call("triggerEvent", { event }).catch((error: unknown) => showError(`Event ${event}`, error));
}
