import { type ViewId, viewIds } from "../../stores/uiStore.ts";

/** What pages of several Pis in one window tell each other. */
export type PageMessage =
	/** A frame asks the window to show the page of another Pi, at the same view. */
	| { readonly gpioscope: "turn"; readonly target: string; readonly view: ViewId }
	/** A frame's address has changed. */
	| { readonly gpioscope: "address"; readonly address: string }
	/** The window tells a frame whether it is on view; with a view when it is to turn to that. */
	| { readonly gpioscope: "onView"; readonly isOnView: boolean; readonly view: ViewId | undefined };

/** Reads what came from a page of the same site; undefined when it is none of these, as of an extension. */
export function readPageMessage(data: unknown): PageMessage | undefined {
	if (typeof data !== "object" || data === null || !("gpioscope" in data)) return undefined;
	const { gpioscope, target, address, isOnView, view } = data as Record<string, unknown>;
	const known = viewIds.find((id) => id === view);
	if (gpioscope === "turn" && typeof target === "string" && known !== undefined)
		return { gpioscope, target, view: known };
	if (gpioscope === "address" && typeof address === "string" && address.startsWith("#/"))
		return { gpioscope, address };
	if (gpioscope === "onView" && typeof isOnView === "boolean") return { gpioscope, isOnView, view: known };
	return undefined;
}
