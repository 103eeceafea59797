import type { Section } from "../Section.ts";
import { fileGoals } from "./fileGoals.ts";
import { goalRow } from "./Goal.ts";
import { pageGoals } from "./pageGoals.ts";
import { storeGoals } from "./storeGoals.ts";

/** The goals of the scope: files, memory, looking and searching, against what Debian ships. */
export const scope: Section = {
	id: "scope",
	title: "The scope: goals",
	columns: ["goal", "measured", ""],
	async run() {
		const rows = [...fileGoals(), ...storeGoals(), ...(await pageGoals())].map(goalRow);
		const notes = [
			"Ratios are times of ours over the peer's, each the quickest of three in turns (sigrok-cli's table: one).",
			"Captures are made up, the same on every run. The page is in a headless Chromium that draws in software;",
			"shown is when a frame comes that knows of the file's first part, and facts come ten times a second.",
			"Live reports are measured by the section relay.",
		];
		return { rows, notes };
	},
};
