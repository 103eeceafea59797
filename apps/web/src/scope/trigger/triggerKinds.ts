import type { TriggerAction, TriggerCondition, TriggerStage } from "@gpioscope/logic";
import { ListOrdered, type LucideIcon, RectangleHorizontal, Rows3, TimerOff, TrendingUp } from "lucide-react";

/** A kind of trigger to begin with; everything about it can be changed afterwards. */
export interface TriggerKind {
	readonly id: string;
	readonly label: string;
	readonly summary: string;
	readonly icon: LucideIcon;
	/**
	 * Its stages.
	 *
	 * @param chosen the channel that a person has selected
	 * @param first what to take where there must be one
	 */
	readonly stages: (chosen: number | undefined, first: number) => readonly TriggerStage[];
}

/** What follows unless a person chooses something else. */
export const usualAction = {
	kind: "pause",
	length: { unit: "time", micros: 100_000 },
	position: 0.5,
} as const satisfies TriggerAction;

const once = (condition: TriggerCondition): TriggerStage => ({ condition, count: 1 });
const falling = (channel: number): TriggerCondition => ({ kind: "lines", lines: { [channel]: "falling" } });
const noLines: TriggerCondition = { kind: "lines", lines: {} };

/** All kinds that can be added, in the order of the menu. */
export const triggerKinds: readonly TriggerKind[] = [
	{
		id: "edge",
		label: "Edge",
		summary: "A line rises, falls or changes.",
		icon: TrendingUp,
		stages: (chosen) => [once(chosen === undefined ? noLines : falling(chosen))],
	},
	{
		id: "pulse",
		label: "Pulse width",
		summary: "A pulse narrower or wider than a limit, or between two.",
		icon: RectangleHorizontal,
		stages: (chosen, first) => [once({ kind: "pulse", channel: chosen ?? first, level: 1 })],
	},
	{
		id: "pattern",
		label: "Level pattern",
		summary: "Several lines have these levels.",
		icon: Rows3,
		stages: () => [once({ kind: "lines", lines: {}, entering: true })],
	},
	{
		id: "timeout",
		label: "Timeout",
		summary: "A line has had no edge for so long.",
		icon: TimerOff,
		stages: (chosen, first) => [
			once({ kind: "timeout", channel: chosen ?? first, level: "either", after: 100_000 }),
		],
	},
	{
		id: "sequence",
		label: "Sequence",
		summary: "One thing after the other, for example: falls, then stays low.",
		icon: ListOrdered,
		stages: (chosen, first) => [
			once(falling(chosen ?? first)),
			once({ kind: "timeout", channel: chosen ?? first, level: 0, after: 5000 }),
		],
	},
];

/** What a stage can wait for, for the choice in its card. */
export const conditionKinds: readonly {
	readonly id: TriggerCondition["kind"];
	readonly label: string;
	readonly create: (channel: number) => TriggerCondition;
}[] = [
	{ id: "lines", label: "Edges and levels", create: () => noLines },
	{ id: "pulse", label: "Pulse width", create: (channel) => ({ kind: "pulse", channel, level: 1 }) },
	{
		id: "timeout",
		label: "Timeout",
		create: (channel) => ({ kind: "timeout", channel, level: "either", after: 100_000 }),
	},
];
