import type { Outcome, Section } from "./Section.ts";

/** A section's outcome as text with aligned columns. */
export function formatOutcome({ title, columns }: Section, outcome: Outcome): string {
	const heading = `${title}\n${"-".repeat(title.length)}`;
	if ("skipped" in outcome) return `${heading}\nSKIPPED: ${outcome.skipped}\n`;
	const lines = [["", ...columns], ...outcome.rows.map(({ measure, values }) => [measure, ...values])];
	const widths =
		lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? [];
	const text = lines.map((cells) =>
		cells
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
			)
			.join("  ")
			.trimEnd(),
	);
	return `${[heading, ...text, ...outcome.notes].join("\n")}\n`;
}

/** A whole number with thin groups, as the page writes them. */
export function formatCount(value: number): string {
	return Math.round(value)
		.toString()
		.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** How many times as much: "3.1x". */
export function formatRatio(value: number): string {
	return `${value.toFixed(value < 10 ? 2 : 1)}x`;
}

/** The middle value. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? 0;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
