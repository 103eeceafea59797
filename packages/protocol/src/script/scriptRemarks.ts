import type { WordType } from "../commands/paramTypes.ts";
import { commandByCode } from "../commands/registry.ts";
import type { ParsedScript, ScriptStep } from "./parseScript.ts";
import type { Operand, TextSpan } from "./ScriptText.ts";

/** Something that pigpiod takes into a script and that will not do what is meant. */
export interface ScriptRemark extends TextSpan {
	/** One sentence or two. */
	readonly message: string;
}

const stuck: ReadonlySet<string | undefined> = new Set(["NOP", "CMDR", "CMDW"]);
const divisions: ReadonlySet<string | undefined> = new Set(["DIV", "MOD"]);

/** What to tell about the steps of a script beside its problems. */
export function scriptRemarks({ steps }: ParsedScript): ScriptRemark[] {
	return steps.flatMap((step) => [...remarksOnOperation(step), ...remarksOnValues(step)]);
}

function remarksOnOperation({ operation, name, p1, places }: ScriptStep): ScriptRemark[] {
	if (stuck.has(operation))
		return [
			{
				...name,
				message: `pigpiod never goes on behind ${operation}: the script stays here until it is stopped.`,
			},
		];
	const [place] = places;
	if (divisions.has(operation) && place !== undefined && p1.kind === "number" && p1.value === 0)
		return [{ ...place, message: "A division by 0 can end pigpiod." }];
	return [];
}

/** Numbers that the command refuses when it is performed. */
function remarksOnValues({ code, p1, p2, p3, places }: ScriptStep): ScriptRemark[] {
	if (code === undefined) return [];
	const slots = Object.entries(commandByCode(code)?.spec.params ?? {});
	return [p1, p2, p3].flatMap((operand, index) => {
		const [place, slot] = [places[index], slots[index]];
		if (operand === undefined || place === undefined || slot === undefined) return [];
		const [label, { at, type }] = slot;
		if (at === "tail" || operand.kind !== "number" || isTaken(operand, type)) return [];
		return [{ ...place, message: `${label} must be ${type.expects}; otherwise this step fails.` }];
	});
}

function isTaken({ value, isWide }: Operand, type: WordType): boolean {
	if (type.accepts(value)) return !isWide || type.min < 0;
	return !isWide && type.accepts(value >>> 0);
}
