/** How a script reaches beyond itself and its GPIOs, which is why a bridge may refuse to store it. */
export interface ScriptReach {
	/** The words that do, in upper case. */
	readonly names: readonly string[];
	/** What they do, behind "it". */
	readonly why: string;
	/** What a bridge is started with that stores them; missing where none does. */
	readonly ability?: "shell" | "custom";
}

/** What reaches beyond a script and its GPIOs. */
export const scriptReaches: readonly ScriptReach[] = [
	{ names: ["SYS"], why: "runs a program on the Pi", ability: "shell" },
	{ names: ["CSI"], why: "changes pigpiod's internals", ability: "custom" },
	{
		// They end other sessions' waves, or make the one too many that crashes pigpiod.
		names: ["WVCRE", "WVCLR", "WVCAP"],
		why: "could end the waves of others: make the wave before, and send it by its number",
	},
	{ names: ["NC", "NP"], why: "could end the reports of gpioscope itself" },
];
