import { liveGoals } from "../live/liveGoals.ts";
import { restGoals } from "../live/restGoals.ts";
import type { Section } from "../Section.ts";
import { fileGoals } from "./fileGoals.ts";
import { type Goal, goalRow } from "./Goal.ts";
import { pageGoals } from "./pageGoals.ts";
import { slideGoals } from "./slideGoals.ts";
import { storeGoals } from "./storeGoals.ts";

/** The goals of the scope: files, memory, looking and searching, against what Debian ships. */
export const scope: Section = {
	id: "scope",
	title: "The scope: goals",
	columns: ["goal", "measured", ""],
	async run({ seconds }) {
		if (process.platform !== "linux")
			return { skipped: "process times are read from /proc, which only Linux has" };
		const parts = {
			files: fileGoals,
			store: storeGoals,
			page: pageGoals,
			slide: slideGoals,
			live: () => liveGoals(seconds),
			rest: restGoals,
		};
		const goals: Goal[] = [];
		for (const [name, measure] of Object.entries(parts)) goals.push(...(await goalsOf(name, measure)));
		const rows = goals.map(goalRow);
		const notes = [
			"Ratios are times of ours over the peer's, each the quickest of three in turns (sigrok-cli's table and PulseView:",
			"one). PulseView's is what it says itself, without its start; it draws on Xvfb.",
			"Captures are made up, the same on every run. The page is in a headless Chromium that draws in software;",
			"shown is when a frame comes that knows of the file's first part, and facts come ten times a second.",
			"Four million reports a second are each of the daemon's four times, as it has no more ticks than a million.",
			"A report is lost if it is not in the page's store in the end. Age is from the moment a line changed, by the",
			"daemon's clock, to the end of the drawing that first shows it; the screen shows that with its next frame.",
			"The main thread's share is all its tasks, over all pictures. Processor times are those of the kernel, for 10 s;",
			"live is the simulator's bench, 3000 changes a second. More of the way of live reports: section relay.",
		];
		return { rows, notes };
	},
};

/** The goals of a part; one that fails says so in its place and leaves the others what they measured. */
async function goalsOf(
	name: string,
	measure: () => readonly Goal[] | Promise<readonly Goal[]>,
): Promise<readonly Goal[]> {
	try {
		return await measure();
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return [{ measure: `all of "${name}"`, goal: "", measured: `not measured: ${reason}`, isMet: false }];
	}
}
