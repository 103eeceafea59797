import { parsePigs } from "@gpioscope/protocol";
import { z } from "zod";
import { defineDevice } from "./defineDevice.ts";

/** A script that sets up some GPIOs when the Pi starts. */
export const program = defineDevice({
	kind: "program",
	summary: "A program on the Pi that gives commands when it starts, as a line of pigs does.",
	pins: {},
	options: z.strictObject({
		commands: z
			.string()
			.superRefine((line, { addIssue }) => {
				const calls = parsePigs(line);
				if ("problem" in calls) addIssue(`${calls.problem} (at character ${calls.at + 1})`);
			})
			.describe("Commands as pigs takes them, such as: pfs 18 800 p 18 64."),
	}),
	example: { commands: "pfs 18 800 p 18 64" },
	start({ options, after, command, log }) {
		const calls = parsePigs(options.commands);
		if ("problem" in calls) throw new Error(calls.problem);
		// Later than everything that is wired up at the same moment.
		after(0, () => {
			for (const call of calls) {
				const result = command(call);
				if (result < 0) log(`${call.name} failed with ${result}`);
			}
		});
		return undefined;
	},
});
