import type { Section } from "../Section.ts";
import { fileGoals } from "./fileGoals.ts";
import { goalRow } from "./Goal.ts";
import { storeGoals } from "./storeGoals.ts";

/** The goals of the scope: files, memory, looking and searching, against what Debian ships. */
export const scope: Section = {
	id: "scope",
	title: "The scope: goals",
	columns: ["goal", "measured", ""],
	async run() {
		const rows = [...fileGoals(), ...storeGoals()].map(goalRow);
		const notes = [
			"Ratios are times of ours over the peer's, each the quickest of three in turns (sigrok-cli's table: one).",
			"Captures are made up, the same on every run.",
		];
		return { rows, notes };
	},
};
