import type { Args, CommandName } from "@gpioscope/protocol";

/** Commands whose effect belongs to the daemon and is gone when it restarts; each is kept once per GPIO. */
const remembered = [
	"setWatchdog",
	"setGlitchFilter",
	"setNoiseFilter",
] as const satisfies readonly CommandName[];

type Remembered = (typeof remembered)[number];

/** One command to repeat. */
export type Setting = {
	readonly [N in Remembered]: { readonly name: N; readonly args: Args<N> };
}[Remembered];

/** Remembers the watchdogs and filters that this client set, to set them again after the daemon restarted. */
export class DaemonSettings {
	readonly #settings = new Map<string, Setting>();

	/** Notes a command that pigpiod has carried out. */
	note(name: CommandName, args: unknown): void {
		if (!isRemembered(name)) return;
		const setting = { name, args } as Setting;
		const key = `${name} ${setting.args.gpio}`;
		if (isOff(setting)) this.#settings.delete(key);
		else this.#settings.set(key, setting);
	}

	list(): Setting[] {
		return [...this.#settings.values()];
	}
}

/** Whether the effect of a command is to be repeated after a restart. */
export function isRemembered(name: CommandName): name is Remembered {
	return (remembered as readonly CommandName[]).includes(name);
}

function isOff({ name, args }: Setting): boolean {
	return name === "setWatchdog" ? args.timeout === 0 : args.steady === 0;
}
