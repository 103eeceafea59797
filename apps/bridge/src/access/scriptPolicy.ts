import { type ScriptReach, scriptReach } from "@gpioscope/protocol";
import type { Ability } from "./policy.ts";
import { Refusal } from "./Refusal.ts";

/**
 * pigpiod needs nothing between a parameter and the next command ("MILS 1SYS x"), so these letters are looked for
 * anywhere; no other word of a script has them.
 */
function reaches(reach: ScriptReach, script: string): boolean {
	return scriptReach[reach].some((name) => script.toUpperCase().includes(name));
}

/** Abilities that a script needs to be stored. */
export function scriptAbilities(script: string): Ability[] {
	return [
		...(reaches("program", script) ? (["shell"] as const) : []),
		...(reaches("internals", script) ? (["custom"] as const) : []),
	];
}

/** A script runs inside pigpiod, where the bridge cannot keep sessions apart. @throws Refusal */
export function checkScript(script: string): void {
	if (!reaches("waves", script) && !reaches("notifications", script)) return;
	throw new Refusal(
		"commandDisabled",
		"A script must not make or clear waves (WVCRE, WVCAP, WVCLR), nor pause or close notifications (NP, NC).",
		"Use createWave and send the wave by its number in the script.",
	);
}
