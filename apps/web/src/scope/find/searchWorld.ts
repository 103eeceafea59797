import { readSearch, type SearchReading, type SearchWorld } from "@gpioscope/logic";
import type { Channels } from "../lanes/channels.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import type { LaneRow } from "../lanes/laneLayout.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { findStore, setQuery } from "./findStore.ts";

/** What a search may name: the channels of the shown capture, and the buses among its rows. */
export function searchWorld(
	{ channels }: Pick<Channels, "channels"> = channelsStore.getState(),
	rows: readonly LaneRow[] = laneStore.getState().rows,
): SearchWorld {
	return {
		channels: channels.map(({ channel, name, style }) => ({
			channel,
			name,
			isInverted: style.inverted === true,
		})),
		buses: rows.flatMap((row) =>
			row.kind === "bus"
				? [
						{
							name: row.name,
							channels: row.bus.top === "msb" ? row.channels : row.channels.toReversed(),
							inverted: row.inverted,
						},
					]
				: [],
		),
	};
}

/** Takes what stands in the field; a whole search begins at once. Answers how it was read. */
export function typeSearch(text: string): SearchReading {
	const reading = readSearch(text, searchWorld());
	findStore.setState({ text });
	const { parsed } = reading;
	setQuery(parsed.kind === "search" ? { search: parsed.search, words: parsed.words } : undefined);
	return reading;
}
