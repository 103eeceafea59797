/**
 * Splits a command line into words by the quoting rules of the POSIX shell (2.2, Quoting): blanks separate,
 * '...' is literal, "..." too but for \ before $ ` " \ and line ends, \ takes the next character as it is.
 * Nothing else means anything: `$`, `*`, `;`, `|`, `>` and the like are characters of a word.
 * @returns the words; undefined if a quote is not closed
 */
export function splitWords(line: string): string[] | undefined {
	const words: string[] = [];
	let word: string | undefined;
	const token = /[ \t\n]+|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\\n|\\(.)|([^'"])/gsy;
	let end = 0;
	for (const match of line.matchAll(token)) {
		end = match.index + match[0].length;
		const [whole, single, double, escaped, plain] = match;
		if (whole === "\\\n") continue;
		const piece = single ?? double?.replace(/\\([$`"\\])|\\\n/g, "$1") ?? escaped ?? plain;
		if (piece !== undefined) word = (word ?? "") + piece;
		else if (word !== undefined) {
			words.push(word);
			word = undefined;
		}
	}
	if (word !== undefined) words.push(word);
	return end === line.length ? words : undefined;
}
