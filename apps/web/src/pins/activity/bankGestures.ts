import { addUndo } from "../../actions/pins/undoStore.ts";
import { bridge } from "../../bridge/index.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { bankPlan } from "../model/bankChange.ts";
import { readBank2 } from "./bank2Store.ts";
import { levelNow } from "./liveLevels.ts";
import { warningOf } from "./pinGestures.ts";

/** The commands that change a bank. */
export const bankCommands = {
	1: { set: "setBank1", clear: "clearBank1" },
	2: { set: "setBank2", clear: "clearBank2" },
} as const;

/** A change of several GPIOs of a bank at once. */
export interface BankChange {
	readonly bank: 1 | 2;
	readonly change: "set" | "clear";
	/** The GPIOs it is about, by Broadcom number. */
	readonly gpios: readonly number[];
	/** The same as bits, bit 0 the first GPIO of the bank. */
	readonly bits: number;
}

/** Why a change of a bank cannot be sent, or what would suffer from it; both undefined when it is harmless. */
export function lookAtBank({ change, gpios }: BankChange): {
	readonly barred: string | undefined;
	readonly warning: string | undefined;
} {
	const { locked, outputs } = bankPlan(gpios, pinsStore.getState().pins, levelNow);
	const level = change === "set" ? 1 : 0;
	const warnings = outputs.flatMap((gpio) => warningOf({ command: "write", args: { gpio, level } }) ?? []);
	return {
		barred:
			locked.length === 0 ? undefined : `GPIO ${locked.join(", ")} is locked. Unlock it, or pick it no more.`,
		warning: warnings.length === 0 ? undefined : warnings.join(" "),
	};
}

/** Sets or clears GPIOs of a bank in one command, and remembers how to take it back. @throws BridgeError */
export async function changeBank({ bank, change, gpios, bits }: BankChange): Promise<void> {
	noteAction();
	const { undo } = bankPlan(gpios, pinsStore.getState().pins, levelNow);
	await bridge.call(bankCommands[bank][change], { bits });
	if (bank === 2) readBank2();
	if (undo.length === 0) return;
	const what = gpios.length === 1 ? `GPIO ${gpios[0]}` : `${gpios.length} pins`;
	const label = `${what} ${change === "set" ? "high" : "low"}`;
	addUndo({ key: `bank ${bank}`, label, calls: undo, at: performance.now() });
}
