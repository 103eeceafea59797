import { ChevronLeft, ChevronRight, Search, SearchX } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { clearSearch, findStore } from "./findStore.ts";
import { showMatch } from "./stepToMatch.ts";

/** Id of the field that takes what is sought. */
export const FIND_FIELD = "scope-find";

const isSearching = (): boolean => findStore.getState().query !== undefined;

export const nextMatch = defineAction({
	id: "scope.nextMatch",
	label: "Next match",
	icon: ChevronRight,
	shortcuts: ["N"],
	enabled: isSearching,
	run: () => showMatch("next"),
});

export const previousMatch = defineAction({
	id: "scope.previousMatch",
	label: "Previous match",
	icon: ChevronLeft,
	shortcuts: ["shift+N"],
	enabled: isSearching,
	run: () => showMatch("previous"),
});

/** Looking for something in the capture. */
export const findActions = [
	defineAction({
		id: "scope.find",
		label: "Find edges, pulses or levels",
		icon: Search,
		shortcuts: ["/", "mod+F"],
		run: () => document.getElementById(FIND_FIELD)?.focus(),
	}),
	nextMatch,
	previousMatch,
	defineAction({
		id: "scope.clearSearch",
		label: "Clear the search",
		icon: SearchX,
		enabled: isSearching,
		run: clearSearch,
	}),
];
