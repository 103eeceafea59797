/** Whether a pattern's element takes a character; `anything` is the asterisk. */
type Element = ((character: string) => boolean) | "anything";

/**
 * Whether a name matches a shell pattern as fnmatch(3) without flags sees it: `*` any text, `?` any character,
 * `[a-z]`, `[!a-z]` and `[[:digit:]]` one of a set, `\` takes the next character as it is; `/` and a leading dot
 * are characters like others. Takes time in proportion to both lengths, whatever the pattern.
 */
export function matchPattern(pattern: string, name: string): boolean {
	const elements = parsePattern(pattern);
	if (elements === undefined) return false;
	let at = 0;
	let index = 0;
	/** Where to go on after the last asterisk, should what follows it not fit here. */
	let retry: { readonly index: number; at: number } | undefined;
	while (at < name.length) {
		const element = elements[index];
		if (element === "anything") {
			index++;
			retry = { index, at };
		} else if (element?.(name.charAt(at)) === true) {
			index++;
			at++;
		} else if (retry !== undefined) {
			retry.at++;
			({ index, at } = retry);
		} else return false;
	}
	return elements.slice(index).every((element) => element === "anything");
}

/** Whether a pattern can match anything but itself. */
export function isPattern(text: string): boolean {
	return /(?:^|[^\\])(?:\\\\)*[*?[]/.test(text);
}

/** What a text without wildcards stands for. */
export function unescapePattern(text: string): string {
	return text.replace(/\\(.)/gs, "$1");
}

const classes: Readonly<Record<string, RegExp>> = {
	alnum: /[A-Za-z0-9]/,
	alpha: /[A-Za-z]/,
	blank: /[ \t]/,
	digit: /[0-9]/,
	lower: /[a-z]/,
	punct: /[!-/:-@[-`{-~]/,
	space: /[ \t\n\v\f\r]/,
	upper: /[A-Z]/,
	xdigit: /[0-9A-Fa-f]/,
};

/** The longest path there is; no longer pattern is looked at. */
const LONGEST = 4096;

/** The elements; undefined for a pattern that matches nothing: one with a lone backslash at its end. */
function parsePattern(pattern: string): Element[] | undefined {
	if (pattern.length > LONGEST) return undefined;
	const token = /\\(.)|\[([!^]?)(\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])+)\]|(.)/gsy;
	const elements: Element[] = [];
	for (const [, escaped, negation, set, plain] of pattern.matchAll(token)) {
		if (plain === "\\") return undefined;
		if (set !== undefined) elements.push(oneOf(set, negation !== ""));
		else if (plain === "*") elements.push("anything");
		else if (plain === "?") elements.push(() => true);
		else elements.push((character) => character === (escaped ?? plain));
	}
	return elements;
}

/** A set between brackets: characters, ranges and classes. */
function oneOf(set: string, isNegated: boolean): (character: string) => boolean {
	const member = /\[:([a-z]+):\]|\\?(.)(?:-\\?(.))?/gsy;
	const tests = [...set.matchAll(member)].map(
		([, name, low = "", high = low]) =>
			(character: string) =>
				name === undefined ? low <= character && character <= high : classes[name]?.test(character) === true,
	);
	return (character) => tests.some((test) => test(character)) !== isNegated;
}
