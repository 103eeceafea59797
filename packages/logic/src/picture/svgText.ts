const entities: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&apos;",
};

/** Text for XML: escaped, and without the characters that XML cannot hold. */
export function xmlText(text: string): string {
	return Array.from(text, (character) =>
		isAllowed(character) ? (entities[character] ?? character) : "\ufffd",
	).join("");
}

function isAllowed(character: string): boolean {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
	return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}

/** A length with at most two decimals. */
export function short(value: number): string {
	return String(Math.round(value * 100) / 100);
}

/** An element without content. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>): string {
	return `<${name}${attributesText(attributes)}/>`;
}

/** A text of one line. */
export function label(text: string, attributes: Readonly<Record<string, string | number>>): string {
	return `<text${attributesText(attributes)}>${xmlText(text)}</text>`;
}

function attributesText(attributes: Readonly<Record<string, string | number>>): string {
	return Object.entries(attributes)
		.map(([name, value]) => ` ${name}="${typeof value === "number" ? short(value) : xmlText(value)}"`)
		.join("");
}
