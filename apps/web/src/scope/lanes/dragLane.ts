import type { PointerEvent } from "react";
import { channelOrder, orderChannels } from "./channelsStore.ts";
import { moveLane } from "./laneLayout.ts";

/** Follows a drag that began on a lane's grip: marks the lane under the pointer, and puts the dragged one there. */
export function dragLane(event: PointerEvent<HTMLElement>, channel: number): void {
	const grip: HTMLElement = event.currentTarget;
	event.stopPropagation();
	grip.setPointerCapture(event.pointerId);
	const end = new AbortController();
	const { signal } = end;
	let target: HTMLElement | undefined;
	const aimAt = (next: HTMLElement | undefined): void => {
		target?.removeAttribute("data-drop");
		target = next;
		target?.setAttribute("data-drop", "");
	};
	grip.addEventListener("pointermove", ({ clientX, clientY }) => aimAt(laneUnder(clientX, clientY)), {
		signal,
	});
	grip.addEventListener(
		"pointerup",
		() => {
			const place = Number(target?.dataset["channel"]);
			aimAt(undefined);
			end.abort();
			if (!Number.isNaN(place)) orderChannels(moveLane(channelOrder(), channel, place));
		},
		{ signal },
	);
	grip.addEventListener(
		"pointercancel",
		() => {
			aimAt(undefined);
			end.abort();
		},
		{ signal },
	);
}

function laneUnder(x: number, y: number): HTMLElement | undefined {
	for (const element of document.elementsFromPoint(x, y)) {
		const lane = element.closest<HTMLElement>("[data-channel]");
		if (lane !== null) return lane;
	}
	return undefined;
}
