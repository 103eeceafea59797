import type { Ability } from "./policy.ts";
import { Refusal } from "./Refusal.ts";

/**
 * pigpiod needs nothing between a parameter and the next command ("MILS 1SYS x"), so these letters are looked for
 * anywhere; no other word of a script has them.
 */
const words = {
	/** Starts a program on the Pi, as SHELL does. */
	program: /sys/i,
	/** Sets pigpiod's internals. */
	internals: /csi/i,
	/** Would end other sessions' waves, or make the one too many that crashes pigpiod. */
	waves: /wvc(re|lr|ap)/i,
	/** Could end the bridge's own reports. */
	notifications: /n[cp]/i,
} as const;

/** Abilities that a script needs to be stored. */
export function scriptAbilities(script: string): Ability[] {
	return [
		...(words.program.test(script) ? (["shell"] as const) : []),
		...(words.internals.test(script) ? (["custom"] as const) : []),
	];
}

/** A script runs inside pigpiod, where the bridge cannot keep sessions apart. @throws Refusal */
export function checkScript(script: string): void {
	if (!words.waves.test(script) && !words.notifications.test(script)) return;
	throw new Refusal(
		"commandDisabled",
		"A script must not make or clear waves (WVCRE, WVCAP, WVCLR), nor pause or close notifications (NP, NC).",
		"Use createWave and send the wave by its number in the script.",
	);
}
