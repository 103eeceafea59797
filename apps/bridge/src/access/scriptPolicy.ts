import { type ScriptReach, scriptReaches } from "@gpioscope/protocol";
import type { Ability } from "./policy.ts";
import { Refusal } from "./Refusal.ts";

/**
 * pigpiod needs nothing between a parameter and the next command ("MILS 1SYS x"), so these letters are looked for
 * anywhere; no other word of a script has them.
 */
function reachesOf(script: string): ScriptReach[] {
	const upper = script.toUpperCase();
	return scriptReaches.filter(({ names }) => names.some((name) => upper.includes(name)));
}

/** Abilities that a script needs to be stored. */
export function scriptAbilities(script: string): Ability[] {
	return reachesOf(script).flatMap(({ ability }) => ability ?? []);
}

/** A script runs inside pigpiod, where the bridge cannot keep sessions apart. @throws Refusal */
export function checkScript(script: string): void {
	if (reachesOf(script).every(({ ability }) => ability !== undefined)) return;
	throw new Refusal(
		"commandDisabled",
		"A script must not make or clear waves (WVCRE, WVCAP, WVCLR), nor pause or close notifications (NP, NC).",
		"Use createWave and send the wave by its number in the script.",
	);
}
