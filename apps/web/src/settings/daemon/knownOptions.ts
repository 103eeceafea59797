import { type DaemonOptionLetter, daemonOptions, readDaemonOptions } from "@gpioscope/logic";
import type { DaemonInspection } from "@gpioscope/protocol";

/** What is known of the daemon beside its command line. */
export interface DaemonKnowledge {
	readonly samplePeriod: number | undefined;
	readonly port: number | undefined;
	/** A report has come, so they are not switched off. */
	readonly hasReports: boolean;
	readonly inspection: DaemonInspection | undefined;
	/** GPIOs that the board lets programs change without -x; undefined before the board is known. */
	readonly usualGpios: readonly number[] | undefined;
}

/** An option, and what holds. */
export interface KnownOption {
	readonly letter: DaemonOptionLetter;
	readonly name: string;
	/** Missing when nothing tells. */
	readonly value: string | undefined;
	readonly matters: string;
}

/** What holds of each option, as far as it can be known: measured where it can be, else from the command line. */
export function knownOptions(knowledge: DaemonKnowledge): KnownOption[] {
	const { inspection } = knowledge;
	const line = inspection?.options && readDaemonOptions(inspection.options);
	return daemonOptions.map((option) => {
		const { letter, name, matters } = option;
		const measured = measure[letter]?.(knowledge);
		return { letter, name, matters, value: measured ?? (line && typed(option, line.get(letter))) };
	});
}

/** What can be told without the command line, in words. */
const measure: Partial<Record<DaemonOptionLetter, (knowledge: DaemonKnowledge) => string | undefined>> = {
	s: ({ samplePeriod }) => (samplePeriod === undefined ? undefined : `${samplePeriod} µs`),
	p: ({ port }) => port?.toString(),
	m: ({ hasReports }) => (hasReports ? "no" : undefined),
	l: ({ inspection }) => {
		if (inspection === undefined) return undefined;
		return inspection.reach === "computer" ? "yes" : "no: open to the network";
	},
	x: ({ inspection, usualGpios }) => {
		if (inspection === undefined) return undefined;
		const { permitted } = inspection;
		const isUsual = usualGpios !== undefined && usualGpios.join() === permitted.join();
		return isUsual ? `${rangesText(permitted)}, the board's own` : rangesText(permitted);
	},
};

function typed(option: (typeof daemonOptions)[number], value: string | undefined): string | undefined {
	if (!("usual" in option)) return value === undefined ? "no" : "yes";
	const unit = "unit" in option ? ` ${option.unit}` : "";
	return value === undefined ? `${option.usual}${unit}` : `${value}${unit}`;
}

/** `2 to 27, 30`; "none" without any. */
export function rangesText(numbers: readonly number[]): string {
	const parts: string[] = [];
	for (let from = 0, to = 0; from < numbers.length; from = to + 1) {
		to = from;
		while (numbers[to + 1] === (numbers[to] ?? 0) + 1) to++;
		const [first, last] = [numbers[from], numbers[to]];
		parts.push(first === last ? `${first}` : `${first} to ${last}`);
	}
	return parts.length === 0 ? "none" : parts.join(", ");
}
