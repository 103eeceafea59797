import { hexText, type TransactionPlayer, type TransactionStep, transactionProblem } from "@gpioscope/logic";
import { hexOf, readHex } from "../../../widgets/hexBytes.ts";
import { parseHexFirst } from "./numbers.ts";

/** One step as it is typed. */
export interface StepDraft {
	/** Tells it from others while they are moved. */
	readonly id: number;
	readonly kind: TransactionStep["kind"];
	/** Address in hex, bytes, or how many to read; of a stop nothing. */
	readonly text: string;
}

/** The steps that drafts say, or which of them says none and why. */
export type ReadDrafts =
	| { readonly ok: true; readonly steps: readonly TransactionStep[] }
	| { readonly ok: false; readonly step: number; readonly problem: string };

let lastId = 0;

/** A new draft. */
export function draft(kind: StepDraft["kind"], text = ""): StepDraft {
	return { id: ++lastId, kind, text };
}

/** Steps as drafts. */
export function draftsOf(steps: readonly TransactionStep[]): readonly StepDraft[] {
	return steps.map((step) => draft(step.kind, textOf(step)));
}

function textOf(step: TransactionStep): string {
	switch (step.kind) {
		case "address":
			return hexText(step.address);
		case "write":
			return hexOf(step.bytes);
		case "read":
			return String(step.count);
		case "stop":
			return "";
	}
}

/** Reads drafts, and checks what they say for whoever is to play it. */
export function readDrafts(drafts: readonly StepDraft[], player: TransactionPlayer): ReadDrafts {
	const steps: TransactionStep[] = [];
	for (const [index, { kind, text }] of drafts.entries()) {
		const step = readDraft(kind, text);
		if (typeof step === "string") return { ok: false, step: index, problem: step };
		steps.push(step);
	}
	const problem = transactionProblem(steps, player);
	return problem === undefined
		? { ok: true, steps }
		: { ok: false, step: problem.step, problem: problem.text };
}

function readDraft(kind: StepDraft["kind"], text: string): TransactionStep | string {
	switch (kind) {
		case "address": {
			const address = parseHexFirst(text);
			return address === undefined ? "Address: 00 to 7F in hex" : { kind, address };
		}
		case "write": {
			const typed = readHex(text);
			return typed.bytes === undefined ? typed.problem : { kind, bytes: typed.bytes };
		}
		case "read":
			return /^\s*\d+\s*$/.test(text)
				? { kind, count: Number(text) }
				: "Reads 1 to 8192 bytes: a whole number";
		case "stop":
			return { kind };
	}
}
