import type { ChannelMeasurement } from "@gpioscope/logic";
import { shownCapture } from "../../bridge/index.ts";
import { seenMeasurement } from "../figures/seen.ts";
import { laneStore } from "../lanes/laneStore.ts";

/** Measures all lanes on screen in [from, to) µs: a question each, so that others come in between. */
export function measureLanes(from: number, to: number): Promise<readonly ChannelMeasurement[]> {
	return Promise.all(
		laneStore.getState().lanes.map(async ({ channel, inverted }) => {
			return seenMeasurement(await shownCapture.measure(channel, from, to), inverted);
		}),
	);
}
