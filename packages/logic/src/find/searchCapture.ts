import type { Capture } from "../capture/Capture.ts";
import type { Found } from "./Found.ts";
import { FoundMatches } from "./FoundMatches.ts";
import { FoundMoments } from "./FoundMoments.ts";
import type { Search } from "./Search.ts";

/** Begins a search; `advance` of what is answered carries it on, also as the capture grows. */
export function searchCapture(capture: Capture, search: Search): Found {
	switch (search.kind) {
		case "edge":
		case "pulse":
		case "pattern":
			return new FoundMatches(capture, search);
		case "watchdog":
		case "gap":
			return new FoundMoments(capture, search);
	}
}
