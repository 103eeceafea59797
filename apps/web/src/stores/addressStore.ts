import { createStore } from "zustand/vanilla";

/** What of which capture is on view. */
export interface Place {
	/** Id of the capture. */
	readonly capture: string;
	/** Capture times, µs; undefined while the view follows the newest data. */
	readonly time: { readonly from: number; readonly to: number } | undefined;
	/** Channel of a file that is selected; GPIOs are selected for all views alike. */
	readonly channel?: number | undefined;
}

interface AddressState {
	/** Where the view rests, as the page's address and history say it. */
	readonly place: Place;
	/** Whether it came there by a jump, so that back leads to where it was before. */
	readonly isJump: boolean;
	/** Where the address, or a step back or forward, wants the view to be; a new object each time. */
	readonly asked: Place | undefined;
}

/** Between the page's address and what is shown of a capture; neither knows the other. */
export const addressStore = createStore<AddressState>()(() => ({
	place: { capture: "live", time: undefined },
	isJump: false,
	asked: undefined,
}));
