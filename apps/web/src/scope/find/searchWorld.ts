import { readSearch, type SearchReading, type SearchWorld } from "@gpioscope/logic";
import type { Channels } from "../lanes/channels.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { findStore, setQuery } from "./findStore.ts";

/** What a search may name: the channels of the shown capture. */
export function searchWorld(
	{ channels }: Pick<Channels, "channels"> = channelsStore.getState(),
): SearchWorld {
	return { channels: channels.map(({ channel, name }) => ({ channel, name })) };
}

/** Takes what stands in the field; a whole search begins at once. Answers how it was read. */
export function typeSearch(text: string): SearchReading {
	const reading = readSearch(text, searchWorld());
	findStore.setState({ text });
	const { parsed } = reading;
	setQuery(parsed.kind === "search" ? { search: parsed.search, words: parsed.words } : undefined);
	return reading;
}
