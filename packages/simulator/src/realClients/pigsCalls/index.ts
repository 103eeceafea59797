import type { CommandName } from "@gpioscope/protocol";
import { daemonCalls } from "./daemonCalls.ts";
import { gpioCalls } from "./gpioCalls.ts";
import { i2cCalls } from "./i2cCalls.ts";
import { lineCalls } from "./lineCalls.ts";
import type { PigsCalls } from "./PigsCalls.ts";
import { waveCalls } from "./waveCalls.ts";

/** Commands pigs has of its own, or never sends: it prints its help, checks scripts and knows no in-band reports. */
type NotOfPigs = "help" | "parseScript" | "openNotification";

/** At least one valid and one invalid call of every command pigs knows. */
export const pigsCalls: Readonly<Record<Exclude<CommandName, NotOfPigs>, PigsCalls>> = {
	...gpioCalls,
	...waveCalls,
	...i2cCalls,
	...lineCalls,
	...daemonCalls,
};
