import { lineHeights } from "../../stores/namesStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { channelOf, styleChannel } from "./channelsStore.ts";

/** Ctrl wheel over a lane's header makes that lane higher or lower. */
export function heightByWheel(event: WheelEvent): void {
	if (!event.ctrlKey || event.deltaY === 0) return;
	event.preventDefault();
	if (!(event.target instanceof Element)) return;
	const channel = Number(
		event.target.closest<HTMLElement>("[data-channel]")?.dataset["channel"] ?? Number.NaN,
	);
	if (Number.isNaN(channel)) return;
	const now = channelOf(channel).style.height ?? scopeStore.getState().laneHeight;
	const next = lineHeights[lineHeights.indexOf(now) + (event.deltaY < 0 ? 1 : -1)];
	if (next !== undefined) styleChannel(channel, { height: next });
}
