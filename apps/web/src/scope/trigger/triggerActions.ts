import { ChevronLeft, ChevronRight, Zap } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { toggleTriggers } from "./editTriggers.ts";
import { openTriggers } from "./panelStore.ts";
import { currentSegments, stepSegment } from "./segmentDeeds.ts";
import { stepToHit } from "./stepToHit.ts";
import { currentTriggers } from "./triggerStore.ts";

function hasSegments(): boolean {
	return currentSegments().length > 0;
}

export const toggleAction = defineAction({
	id: "scope.trigger",
	label: "Triggers on or off",
	summary: "Switches all triggers off, or those on again that were; without any, opens the list.",
	icon: Zap,
	shortcuts: ["T"],
	run: () => {
		if (!toggleTriggers()) openTriggers();
	},
});

export const previousHitAction = defineAction({
	id: "scope.previousHit",
	label: "Blue to the previous hit of the triggers",
	icon: ChevronLeft,
	shortcuts: ["["],
	enabled: () => currentTriggers().length > 0,
	run: () => stepToHit("previous"),
});

export const nextHitAction = defineAction({
	id: "scope.nextHit",
	label: "Blue to the next hit of the triggers",
	icon: ChevronRight,
	shortcuts: ["]"],
	enabled: () => currentTriggers().length > 0,
	run: () => stepToHit("next"),
});

/** Triggers, their hits and what they kept. */
export const triggerActions = [
	toggleAction,
	defineAction({
		id: "scope.triggers",
		label: "Triggers…",
		icon: Zap,
		run: () => openTriggers(),
	}),
	previousHitAction,
	nextHitAction,
	defineAction({
		id: "scope.previousSegment",
		label: "Segment before",
		icon: ChevronLeft,
		enabled: hasSegments,
		run: () => stepSegment(-1),
	}),
	defineAction({
		id: "scope.nextSegment",
		label: "Segment after",
		icon: ChevronRight,
		enabled: hasSegments,
		run: () => stepSegment(1),
	}),
];
