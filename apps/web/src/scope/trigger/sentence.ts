import { describeTrigger, formatSpan, groupDigits, type Trigger, type TriggerAction } from "@gpioscope/logic";
import { useStore } from "zustand";
import { gpioName, namesStore } from "../../stores/namesStore.ts";

/** What a trigger waits for, in words: `Button falls, then low for 5 ms`. */
export function sentenceOf(trigger: Trigger, names = namesStore.getState()): string {
	const words = describeTrigger(trigger, (channel) => gpioName(names, channel));
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a trigger waits for, in words that follow the names of its lines. */
export function useSentence(trigger: Trigger): string {
	return useStore(namesStore, (names) => sentenceOf(trigger, names));
}

/** What happens at a hit: `Pause around, 10 % before`. */
export function consequence(action: TriggerAction): string {
	if (action.kind === "count") return "Count";
	const { length, position } = action;
	const size =
		length.unit === "time"
			? formatSpan(length.micros, { trim: true })
			: `${groupDigits(length.count, 0)} changes`;
	return `${action.kind === "pause" ? "Pause" : "Keep"} ${size}, ${Math.round(position * 100)} % before`;
}

/** What happens after that. */
export function afterwards(action: TriggerAction): string {
	switch (action.kind) {
		case "count":
			return "Goes on";
		case "pause":
			return "When live again";
		case "segment":
			return `Re-arm, keep ${groupDigits(action.keep, 0)} ${action.keep === 1 ? "segment" : "segments"}`;
	}
}
