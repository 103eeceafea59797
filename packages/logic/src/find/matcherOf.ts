import { AnyPulseMatcher } from "./AnyPulseMatcher.ts";
import { EdgeMatcher } from "./EdgeMatcher.ts";
import type { Matcher } from "./Matcher.ts";
import { PatternMatcher } from "./PatternMatcher.ts";
import { PulseMatcher } from "./PulseMatcher.ts";
import type { ChangeSearch } from "./Search.ts";

/** What goes through the changes for a search. */
export function matcherOf(search: ChangeSearch): Matcher {
	switch (search.kind) {
		case "edge":
			return new EdgeMatcher(search.channels, search.direction);
		case "pulse": {
			const { channels, level, min, max } = search;
			const isOne = (channels & (channels - 1)) === 0;
			return isOne && channels !== 0
				? new PulseMatcher(31 - Math.clz32(channels), level, min, max)
				: new AnyPulseMatcher(channels, level, min, max);
		}
		case "pattern":
			return new PatternMatcher(search.care, search.value);
	}
}
