/** An option of pigpiod's command line. */
export interface DaemonOption {
	readonly letter: string;
	readonly name: string;
	/** Why it matters to who uses the daemon. */
	readonly matters: string;
	/** What holds without it; undefined for one that takes no value. */
	readonly usual?: string;
	readonly unit?: string;
	/** Takes a value, and may be given several times. */
	readonly repeats?: true;
}

/** Options that change what can be done or seen, the most asked for first. */
export const daemonOptions = [
	{
		letter: "s",
		name: "Sample period",
		usual: "5",
		unit: "µs",
		matters: "Pulses shorter than this can go unseen. 1, 2, 4, 5, 8 or 10 µs; shorter costs processor time.",
	},
	{
		letter: "b",
		name: "Sample buffer",
		usual: "120",
		unit: "ms",
		matters: "How long the Pi may be held up before changes are lost, 100 to 10 000 ms.",
	},
	{
		letter: "l",
		name: "This computer only",
		matters: "Without -l or -n anybody on the network can give commands, as root and without a password.",
	},
	{
		letter: "n",
		name: "Computers allowed",
		usual: "all",
		repeats: true,
		matters: "Only these addresses are served, over IPv4.",
	},
	{
		letter: "p",
		name: "Port",
		usual: "8888",
		matters: "Where clients must look; they take 8888 unless told.",
	},
	{
		letter: "x",
		name: "GPIOs that may change",
		usual: "the board's own",
		matters: "All others are refused with PI_NOT_PERMITTED.",
	},
	{
		letter: "t",
		name: "Clock for samples",
		usual: "1",
		matters: "With 0 (PWM) hardware PWM is refused; with 1 (PCM) digital audio cannot be used.",
	},
	{ letter: "m", name: "Alerts off", matters: "With -m nothing is reported: traces stay empty." },
	{ letter: "f", name: "Pipes off", matters: "With -f there is no /dev/pigpio for shell scripts." },
	{
		letter: "a",
		name: "DMA memory",
		usual: "0",
		matters: "0 chooses by itself, 1 takes pages of the kernel, 2 takes memory of the video core.",
	},
	{ letter: "d", name: "First DMA channel", usual: "14", matters: "Must be none that another driver uses." },
	{
		letter: "e",
		name: "Second DMA channel",
		usual: "6",
		matters: "Sends waves. From 7 on delays over 16 ms take several control blocks.",
	},
	{ letter: "c", name: "Internal settings", usual: "0", matters: "For pigpio's own development." },
] as const satisfies readonly DaemonOption[];

export type DaemonOptionLetter = (typeof daemonOptions)[number]["letter"];

/** Those without a value, and those of no consequence to clients. */
const FLAGS = new Set([..."flmgkvV"]);

/**
 * Values of options as they stand on a command line, by letter; a flag has none, "", and of several values of one
 * option the last holds, but for -n, whose values are joined. Reads as getopt does: `-ls2` is -l and -s 2.
 */
export function readDaemonOptions(args: readonly string[]): ReadonlyMap<string, string> {
	const values = new Map<string, string>();
	for (let i = 0; i < args.length; i++) {
		const word = args[i] ?? "";
		if (!word.startsWith("-") || word === "-") continue;
		if (word === "--") break;
		for (let at = 1; at < word.length; at++) {
			const letter = word.charAt(at);
			if (FLAGS.has(letter)) {
				values.set(letter, "");
				continue;
			}
			const rest = word.slice(at + 1);
			const value = rest === "" ? (args[++i] ?? "") : rest;
			const before = letter === "n" ? values.get("n") : undefined;
			values.set(letter, before === undefined ? value : `${before}, ${value}`);
			break;
		}
	}
	return values;
}
