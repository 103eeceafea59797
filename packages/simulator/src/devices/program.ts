import { type CommandCall, parsePigs } from "@gpioscope/protocol";
import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";
import { type Program, runProgram } from "./runProgram.ts";

/** A script that gives commands when the Pi starts, and again and again if it is told to. */
export const program = defineDevice({
	kind: "program",
	summary: "A program on the Pi that gives commands, as a line of pigs does: once, or from time to time.",
	pins: {},
	options: z.strictObject({
		commands: z
			.string()
			.superRefine((line, { addIssue }) => {
				const calls = parsePigs(line);
				if ("problem" in calls) addIssue(`${calls.problem} (at character ${calls.at + 1})`);
			})
			.describe("Commands as pigs takes them, such as: pfs 18 800 p 18 64."),
		everySeconds: z
			.union([z.literal(0), z.number().min(0.001)])
			.default(0)
			.describe("Pause from the end of one round to the next; 0: they are given once."),
	}),
	example: { commands: "pfs 18 800 p 18 64" },
	start(context) {
		const { options, onBoot, log } = context;
		const calls = parsePigs(options.commands);
		if ("problem" in calls) throw new Error(calls.problem);
		let rounds = 0;
		let isRunning = true;
		function* live(commands: readonly CommandCall[]): Program {
			do {
				if (isRunning) {
					for (const call of commands) {
						const { result } = yield call;
						if (result < 0) log(`${call.name} failed with ${result}`);
					}
					rounds++;
				}
				yield options.everySeconds * 1e6;
			} while (options.everySeconds > 0);
		}
		let stop = runProgram(context, live(calls));
		onBoot(() => {
			stop();
			stop = runProgram(context, live(calls));
		});
		return {
			running: {
				kind: "switch",
				label: "Goes on",
				get: () => isRunning,
				set: (value) => {
					isRunning = value;
				},
			},
			rounds: { kind: "reading", label: "Rounds so far", unit: "", get: () => rounds },
		};
	},
});
