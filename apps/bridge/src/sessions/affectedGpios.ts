import { type Args, type CommandName, commands } from "@gpioscope/protocol";

/** Groups whose commands change pins. */
const pinGroups: ReadonlySet<string> = new Set(["gpio", "gpioBanks", "pwm"]);
/** These name a GPIO, but only change what is reported of it. */
const onlyWatching: ReadonlySet<CommandName> = new Set(["setWatchdog", "setGlitchFilter", "setNoiseFilter"]);

/** GPIOs that a call changes; none for calls that only look. */
export function affectedGpios(name: CommandName, args: Args<CommandName>): number[] {
	const { access, group, params } = commands[name];
	if (access !== "drive" || !pinGroups.has(group) || onlyWatching.has(name)) return [];
	const values = args as Readonly<Record<string, unknown>>;
	return Object.entries(params).flatMap(([param, slot]) => {
		const value = values[param];
		if (slot.at === "tail" || typeof value !== "number") return [];
		const { kind, firstGpio = 0 } = slot.type;
		if (kind === "gpio" || kind === "userGpio") return [value & 0xff];
		return kind === "gpioMask" ? bitsOf(value).map((bit) => firstGpio + bit) : [];
	});
}

/** Numbers of the bits that are set. */
export function bitsOf(mask: number): number[] {
	return Array.from({ length: 32 }, (_, bit) => bit).filter((bit) => ((mask >>> bit) & 1) === 1);
}
