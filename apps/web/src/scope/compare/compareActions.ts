import { ChevronLeft, ChevronRight, GitCompareArrows } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { capturesStore } from "../../bridge/index.ts";
import { compareStore, compareWith, endComparing } from "./compareStore.ts";
import { stepToDifference } from "./stepToDifference.ts";

const hasResult = (): boolean => (compareStore.getState().result?.differences.count ?? 0) > 0;

export const compareAction = defineAction({
	id: "scope.compare",
	label: "Compare captures",
	summary: "Lays another capture over this one and marks where they differ.",
	icon: GitCompareArrows,
	enabled: () => capturesStore.getState().entries.length > 1,
	run: () => {
		const { entries, shown } = capturesStore.getState();
		// The latest other one: mostly that which was just opened or kept.
		const other = entries.findLast(({ id }) => id !== shown);
		if (compareStore.getState().other !== undefined) endComparing();
		else if (other !== undefined) compareWith(other.id);
	},
});

/** What a person can do with two captures. */
export const compareActions = [
	compareAction,
	defineAction({
		id: "scope.previousDifference",
		label: "Previous difference",
		icon: ChevronLeft,
		enabled: hasResult,
		run: () => {
			stepToDifference("previous");
		},
	}),
	defineAction({
		id: "scope.nextDifference",
		label: "Next difference",
		icon: ChevronRight,
		enabled: hasResult,
		run: () => {
			stepToDifference("next");
		},
	}),
];
