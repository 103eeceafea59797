import type { LineCondition, Trigger, TriggerCondition, TriggerStage } from "@gpioscope/protocol";
import { formatSpan } from "../time/formatTime.ts";
import { groupDigits } from "../time/groupDigits.ts";

/**
 * What a trigger waits for, in words: `GPIO 17 falls, then low ≥ 5 ms`. A stage about the line that the one before it
 * was about does not name it again.
 *
 * @param nameOf what a channel is called
 */
export function describeTrigger(
	{ stages }: Pick<Trigger, "stages">,
	nameOf: (channel: number) => string,
): string {
	const parts = stages.map((stage, index) => {
		const before = soleChannel(stages[index - 1]?.condition);
		const isSame = before !== undefined && before === soleChannel(stage.condition);
		return describeStage(stage, isSame ? undefined : nameOf, index > 0);
	});
	return parts.join(", then ");
}

type NameOf = (channel: number) => string;

function describeStage(stage: TriggerStage, nameOf: NameOf | undefined, isLater: boolean): string {
	const { condition, count, within } = stage;
	const words = describeCondition(condition, nameOf);
	const times = count > 1 ? ` ${groupDigits(count, 0)} times` : "";
	const limit = isLater && within !== undefined ? ` within ${span(within)}` : "";
	return words + times + limit;
}

function describeCondition(condition: TriggerCondition, nameOf: NameOf | undefined): string {
	switch (condition.kind) {
		case "lines":
			return describeLines(condition.lines, condition.entering ?? false, nameOf);
		case "pulse": {
			const { channel, level, min, max } = condition;
			const subject = nameOf === undefined ? "" : `${nameOf(channel)} `;
			return `${subject}${levelWord(level)}pulse${widthWords(min, max)}`;
		}
		case "timeout": {
			const { channel, level, after } = condition;
			const subject = nameOf === undefined ? "" : `${nameOf(channel)} `;
			return level === "either"
				? `${subject}no edge for ${span(after)}`
				: `${subject}${levelWord(level)}≥ ${span(after)}`;
		}
	}
}

const verbs: Readonly<Record<LineCondition, string>> = {
	low: "is low",
	high: "is high",
	edge: "changes",
	falling: "falls",
	rising: "rises",
};

function describeLines(
	lines: Readonly<Record<number, LineCondition>>,
	entering: boolean,
	nameOf: NameOf | undefined,
): string {
	const all = Object.entries(lines).map(([channel, wanted]) => ({
		isEdge: wanted !== "low" && wanted !== "high",
		words: nameOf === undefined ? verbs[wanted] : `${nameOf(Number(channel))} ${verbs[wanted]}`,
	}));
	if (all.length === 0) return "no line chosen";
	const listOf = (isEdge: boolean) => all.filter((line) => line.isEdge === isEdge).map(({ words }) => words);
	const [edges, levels] = [listOf(true), listOf(false)];
	const state = levels.join(" and ");
	if (edges.length === 0) return entering ? `as soon as ${state}` : `any change while ${state}`;
	const event = edges.join(" and ") + (edges.length > 1 ? " at once" : "");
	return levels.length > 0 ? `${event} while ${state}` : event;
}

function levelWord(level: 0 | 1 | "either"): string {
	if (level === "either") return "";
	return level === 1 ? "high " : "low ";
}

function widthWords(min: number | undefined, max: number | undefined): string {
	if (min === undefined) return max === undefined ? " of any width" : ` ≤ ${span(max)}`;
	if (max === undefined) return ` ≥ ${span(min)}`;
	return min === max ? ` of ${span(min)}` : ` ${span(min)} to ${span(max)}`;
}

/** The only channel a condition is about; undefined when there are more or none. */
function soleChannel(condition: TriggerCondition | undefined): number | undefined {
	if (condition?.kind !== "lines") return condition?.channel;
	const channels = Object.keys(condition.lines);
	return channels.length === 1 ? Number(channels[0]) : undefined;
}

function span(micros: number): string {
	return formatSpan(micros, { resolution: 0.001, significant: 6, trim: true });
}
