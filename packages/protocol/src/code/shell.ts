/** A word of a POSIX shell: as it is where nothing in it is special, otherwise in single quotes. */
export function shellWord(text: string): string {
	return /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A line that a shell does not carry out. */
export function shellComment(text: string): string {
	return `# ${text}`;
}

/** Waiting, in microseconds; not all systems take parts of a second, those with pigs or curl do. */
export function shellPause(micros: number): string {
	return `sleep ${micros / 1_000_000}`;
}

/** A program that ends at the first command that fails. */
export function shellProgram(lines: readonly string[]): string {
	return ["#!/bin/sh", "set -e", ...lines, ""].join("\n");
}
