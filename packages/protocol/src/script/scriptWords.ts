import { type CommandSpec, commandByMnemonic, commandGroups } from "../commands/registry.ts";
import {
	type ScriptForm,
	scriptCommandForms,
	scriptOperationGroups,
	scriptOperations,
} from "./scriptForms.ts";

/** What may stand at a place of a script. */
export type ScriptParamKind = "value" | "register" | "tag" | "letter" | "word";

export interface ScriptParam {
	readonly label: string;
	readonly kind: ScriptParamKind;
	/** Range and unit, or what it is for. */
	readonly text: string;
	/** Letters that may stand there, in upper case, with what each means. */
	readonly letters: ReadonlyMap<string, string>;
}

/** A name that begins a step of a script, for those who write one. */
export interface ScriptWord {
	/** In upper case. */
	readonly name: string;
	/** An operation of the script machine, or a command of the daemon. */
	readonly kind: "operation" | "command";
	/** What it is for, as a title over its like. */
	readonly group: string;
	/** One sentence. */
	readonly summary: string;
	readonly params: readonly ScriptParam[];
}

const noLetters: ReadonlyMap<string, string> = new Map();
const param = (label: string, kind: ScriptParamKind, text: string): ScriptParam => ({
	label,
	kind,
	text,
	letters: noLetters,
});

const value = param("value", "value", "A number, p0 to p9 or v0 to v149");
const register = param("register", "register", "p0 to p9 or v0 to v149");
const tag = param("tag", "tag", "The number of a tag");

/** What operations take; they have no names for it. */
const paramsByForm: Partial<Record<ScriptForm, readonly ScriptParam[]>> = {
	none: [],
	value: [value],
	register: [register],
	tag: [tag],
	word: [param("program", "word", "A program of /opt/pigpio/cgi")],
	registerValue: [register, value],
	registerRegister: [register, { ...register, label: "other" }],
};

/** Every name that may begin a step, in alphabetical order. */
export const scriptWords: readonly ScriptWord[] = [
	...Object.entries(scriptOperations).map(
		([name, { group, form, summary }]): ScriptWord => ({
			name,
			kind: "operation",
			group: scriptOperationGroups[group],
			summary,
			params: paramsByForm[form] ?? [],
		}),
	),
	...[...scriptCommandForms].flatMap(([name, form]): ScriptWord[] => {
		const spec = commandByMnemonic(name)?.spec;
		if (spec === undefined) return [];
		const { summary } = spec;
		return [
			{ name, kind: "command", group: commandGroups[spec.group], summary, params: commandParams(spec, form) },
		];
	}),
].sort((a, b) => (a.name < b.name ? -1 : 1));

const titles = [...Object.values(scriptOperationGroups), ...Object.values(commandGroups)];

/** The words by what they are for: operations of the machine, then commands as their own table has them. */
export const scriptWordGroups: readonly { readonly title: string; readonly words: readonly ScriptWord[] }[] =
	titles.flatMap((title) => {
		const words = scriptWords.filter(({ group }) => group === title);
		return words.length === 0 ? [] : [{ title, words }];
	});

const byName = new Map(scriptWords.map((word) => [word.name, word]));

/** The word of a name in any case. */
export function scriptWordOf(name: string): ScriptWord | undefined {
	return byName.get(name.toUpperCase());
}

/** A script must give all of them that stand in its form, also those that are optional elsewhere. */
function commandParams({ params }: CommandSpec, form: ScriptForm): ScriptParam[] {
	const slots = Object.entries(params).filter(([, slot]) => form !== "natural" || slot.at === "p1");
	return slots.map(([label, { type, text }]): ScriptParam => {
		const expects = "expects" in type ? `${text}: ${type.expects}` : text;
		if (!("letters" in type) || type.letters === undefined) return param(label, "value", expects);
		const names = Object.entries(type.choices ?? {});
		const letters = names.map(([name, each]): [string, string] => [type.letters?.charAt(each) ?? "", name]);
		return { label, kind: "letter", text, letters: new Map(letters) };
	});
}
