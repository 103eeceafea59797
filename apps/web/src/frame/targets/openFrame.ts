import { connectionStore } from "../../stores/connectionStore.ts";
import type { ViewId } from "../../stores/uiStore.ts";
import type { PageMessage } from "./pageMessages.ts";
import type { Placing, TargetFrame } from "./TargetPages.ts";
import styles from "./targetFrames.module.css";

/** Opens the page of a Pi in a frame of this window, among the others by their windows. */
export function openFrame(
	target: string,
	view: ViewId,
	frames: Map<Window, TargetFrame>,
	onLoad: (frame: TargetFrame) => void,
): TargetFrame {
	const element = document.createElement("iframe");
	const nameOf = (name: string): void => {
		element.title = name;
	};
	const listed = connectionStore.getState().targets.find(({ id }) => id === target);
	nameOf(listed?.name ?? target);
	element.className = styles["frame"] ?? "";
	element.src = `${location.pathname}${location.search}#/${target}/${view}`;
	element.allow = "clipboard-read; clipboard-write; fullscreen";
	const tell = (message: PageMessage): void => element.contentWindow?.postMessage(message, location.origin);
	const frame: TargetFrame = {
		place: (placing) => {
			const { share: _share, takesFocus, ...standing } = placing;
			placeElement(element, placing);
			tell({ gpioscope: "standing", ...standing });
			if (takesFocus) element.contentWindow?.focus();
		},
		name: nameOf,
		remove: () => {
			if (element.contentWindow !== null) frames.delete(element.contentWindow);
			element.remove();
		},
	};
	element.addEventListener("load", () => onLoad(frame));
	document.body.append(element);
	if (element.contentWindow !== null) frames.set(element.contentWindow, frame);
	return frame;
}

const percent = (share: number): string => `${share * 100}%`;

/** Gives a page its part of the window, and a border where others are beside it: that of the keys stands out. */
export function placeElement(element: HTMLElement, { share, isFocused, panes }: Placing): void {
	element.toggleAttribute("data-behind", share === undefined);
	element.toggleAttribute("data-pane", panes.length > 1);
	element.toggleAttribute("data-focused", isFocused);
	if (share === undefined) return;
	for (const side of ["left", "top", "width", "height"] as const) element.style[side] = percent(share[side]);
}
