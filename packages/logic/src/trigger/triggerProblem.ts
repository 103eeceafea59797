import { type Trigger, type TriggerAction, type TriggerCondition, triggerLimits } from "@gpioscope/protocol";

/** What keeps a trigger from being switched on, as a sentence for people; undefined when it is complete. */
export function triggerProblem({ stages, action }: Pick<Trigger, "stages" | "action">): string | undefined {
	if (stages.length === 0) return "It has no stage yet.";
	for (const [index, { condition, count, within }] of stages.entries()) {
		const problem =
			conditionProblem(condition) ??
			(isWhole(count, triggerLimits.count) ? undefined : "must happen a whole number of times, from 1") ??
			(index === 0 || within === undefined || within > 0 ? undefined : "has no time to happen within");
		if (problem === undefined) continue;
		return stages.length === 1 ? `It ${problem}.` : `Stage ${index + 1} ${problem}.`;
	}
	return actionProblem(action);
}

/** What goes on after the name of the stage. */
function conditionProblem(condition: TriggerCondition): string | undefined {
	if (condition.kind === "lines")
		return Object.keys(condition.lines).length === 0
			? "has no line yet: give one an edge or a level"
			: undefined;
	if (condition.kind === "timeout") return condition.after > 0 ? undefined : "has no time to wait for yet";
	const { min, max } = condition;
	if (min === undefined && max === undefined) return "has no width yet: give a shortest or a longest";
	if ((min ?? 0) >= 0 && (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY)) return undefined;
	return "has a shortest width above its longest";
}

function actionProblem(action: TriggerAction): string | undefined {
	if (action.kind === "count") return undefined;
	if (!(action.position >= 0 && action.position <= 1)) return "The position must be from 0 to 100 %.";
	const { length } = action;
	const size = length.unit === "time" ? length.micros : length.count;
	if (!(size >= 0)) return "The length to capture is no number.";
	if (action.kind === "pause") return undefined;
	if (size === 0) return "A segment needs a length.";
	return isWhole(action.keep, triggerLimits.keep)
		? undefined
		: `Between 1 and ${triggerLimits.keep} segments can be kept.`;
}

function isWhole(value: number, most: number): boolean {
	return Number.isInteger(value) && value >= 1 && value <= most;
}
