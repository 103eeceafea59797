import type { PointerEvent } from "react";
import { dropLane } from "./groupsStore.ts";
import type { LaneDrop, LanePlace } from "./laneGroups.ts";

/** What a header says of the place it stands for, as data attributes: its channel, or its group. */
export function placeData(place: LanePlace): Readonly<Record<`data-${string}`, number>> {
	return place.kind === "lane" ? { "data-channel": place.channel } : { "data-group": place.id };
}

/** Follows a drag that began on a grip: marks where it would be dropped, and puts the lane or group there. */
export function dragLane(event: PointerEvent<HTMLElement>, moving: LanePlace): void {
	const grip: HTMLElement = event.currentTarget;
	event.stopPropagation();
	grip.setPointerCapture(event.pointerId);
	const end = new AbortController();
	const { signal } = end;
	let aim: { readonly element: HTMLElement; readonly drop: LaneDrop } | undefined;
	const aimAt = (next: typeof aim): void => {
		aim?.element.removeAttribute("data-drop");
		aim = next;
		next?.element.setAttribute("data-drop", next.drop.side);
	};
	grip.addEventListener("pointermove", ({ clientX, clientY }) => aimAt(dropUnder(clientX, clientY)), {
		signal,
	});
	const finish = (isDropped: boolean): void => {
		const drop = aim?.drop;
		aimAt(undefined);
		end.abort();
		if (isDropped && drop !== undefined) dropLane(moving, drop);
	};
	grip.addEventListener("pointerup", () => finish(true), { signal });
	grip.addEventListener("pointercancel", () => finish(false), { signal });
	window.addEventListener(
		"keydown",
		(key) => {
			if (key.key !== "Escape") return;
			key.stopPropagation();
			finish(false);
		},
		{ signal, capture: true },
	);
}

function dropUnder(x: number, y: number): { element: HTMLElement; drop: LaneDrop } | undefined {
	for (const hit of document.elementsFromPoint(x, y)) {
		const element = hit.closest<HTMLElement>("[data-channel], [data-group]");
		if (element === null) continue;
		const { top, height } = element.getBoundingClientRect();
		const { channel, group } = element.dataset;
		const at: LanePlace =
			channel === undefined
				? { kind: "group", id: Number(group) }
				: { kind: "lane", channel: Number(channel) };
		return { element, drop: { at, side: y < top + height / 2 ? "above" : "below" } };
	}
	return undefined;
}
