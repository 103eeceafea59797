import type { PageStanding } from "../../stores/onViewStore.ts";
import { type ViewId, viewIds } from "../../stores/uiStore.ts";

/** What pages of several Pis in one window tell each other. */
export type PageMessage =
	/** A frame asks the window to show the page of another Pi, at the same view; in its own place, or beside it. */
	| {
			readonly gpioscope: "turn";
			readonly target: string;
			readonly view: ViewId;
			readonly isBeside: boolean;
	  }
	/** A frame asks the window to leave a Pi that is on view, and to keep the others. */
	| { readonly gpioscope: "close"; readonly target: string }
	/** A frame has the keys now. */
	| { readonly gpioscope: "focus" }
	/** A frame's address has changed. */
	| { readonly gpioscope: "address"; readonly address: string }
	/** The window tells a frame how it stands; with a view when it is to turn to that. */
	| ({ readonly gpioscope: "standing"; readonly view: ViewId | undefined } & PageStanding);

/** Reads what came from a page of the same site; undefined when it is none of these, as of an extension. */
export function readPageMessage(data: unknown): PageMessage | undefined {
	if (typeof data !== "object" || data === null || !("gpioscope" in data)) return undefined;
	const { gpioscope, target, address, isBeside, view, ...rest } = data as Record<string, unknown>;
	const known = viewIds.find((id) => id === view);
	switch (gpioscope) {
		case "turn":
			if (typeof target !== "string" || known === undefined || typeof isBeside !== "boolean")
				return undefined;
			return { gpioscope, target, view: known, isBeside };
		case "close":
			return typeof target === "string" ? { gpioscope, target } : undefined;
		case "focus":
			return { gpioscope };
		case "address":
			return typeof address === "string" && address.startsWith("#/") ? { gpioscope, address } : undefined;
		case "standing": {
			const { isOnView, isFocused, panes, canSplit } = rest;
			if (typeof isOnView !== "boolean" || typeof isFocused !== "boolean" || typeof canSplit !== "boolean")
				return undefined;
			if (!Array.isArray(panes) || !panes.every((id) => typeof id === "string")) return undefined;
			return { gpioscope, view: known, isOnView, isFocused, panes, canSplit };
		}
		default:
			return undefined;
	}
}
