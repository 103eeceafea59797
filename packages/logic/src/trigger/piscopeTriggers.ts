import type { LineCondition, Trigger, TriggerAction } from "@gpioscope/protocol";

/** piscope's four actions, by the names it gives them. */
export type PiscopeAction = "count" | "sample from" | "sample around" | "sample to";

/** The values that piscope lets one choose for how many changes it samples. */
export const piscopeSamples: readonly number[] = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

const lineOfSign: Readonly<Record<string, LineCondition>> = {
	"0": "low",
	"1": "high",
	E: "edge",
	F: "falling",
	R: "rising",
};

/** Share of the samples that lies before the hit. */
const positions: Readonly<Record<Exclude<PiscopeAction, "count">, number>> = {
	"sample from": 0,
	"sample around": 0.5,
	"sample to": 1,
};

/**
 * A trigger of piscope as one of ours, switched off as after an edit there. It behaves alike: all lines in the very
 * same change, levels alone at every change, and exactly so many further changes before the view pauses.
 *
 * @param pattern a sign for each GPIO from 0 on: `-` or `0`, `1`, `E`, `F`, `R`; those left out do not matter
 * @param samples changes to capture
 * @throws RangeError for another sign, or more than 32 of them
 */
export function triggerFromPiscope(
	number: number,
	pattern: string,
	action: PiscopeAction,
	samples: number,
): Trigger {
	if (pattern.length > 32)
		throw new RangeError(`A pattern has a sign for each of 32 GPIOs, not ${pattern.length}.`);
	const lines: Record<number, LineCondition> = {};
	for (const [gpio, sign] of [...pattern].entries()) {
		if (sign === "-") continue;
		const wanted = lineOfSign[sign];
		if (wanted === undefined)
			throw new RangeError(`"${sign}" at GPIO ${gpio} is none of the signs - 0 1 E F R.`);
		lines[gpio] = wanted;
	}
	return {
		number,
		name: "",
		enabled: false,
		stages: [{ condition: { kind: "lines", lines }, count: 1 }],
		action: actionFromPiscope(action, samples),
	};
}

function actionFromPiscope(action: PiscopeAction, samples: number): TriggerAction {
	if (action === "count") return { kind: "count" };
	return { kind: "pause", length: { unit: "changes", count: samples }, position: positions[action] };
}

/** Triggers 1 to 4 as piscope starts with them: no line matters yet, they only count, and are off. */
export function piscopePreset(): readonly Trigger[] {
	return [1, 2, 3, 4].map((number) => triggerFromPiscope(number, "", "count", 0));
}
