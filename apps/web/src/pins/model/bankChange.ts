import type { PinFacts } from "@gpioscope/protocol";
import { outputMode, type PinCall } from "../../actions/pins/pinCall.ts";

/** GPIOs whose bits a bank command changes, in words of what it does to each. */
export interface BankPlan {
	/** Picked GPIOs that are locked: nothing is sent while there are any. */
	readonly locked: readonly number[];
	/** Picked GPIOs whose level it changes, as they are outputs. */
	readonly outputs: readonly number[];
	/** What brings those back that hold a plain level. */
	readonly undo: readonly PinCall[];
}

/** What setting or clearing the picked GPIOs of a bank at once does. Levels are those before. */
export function bankPlan(
	picked: readonly number[],
	pins: Readonly<Record<number, PinFacts>>,
	levelOf: (gpio: number) => 0 | 1 | undefined,
): BankPlan {
	const outputs = picked.filter((gpio) => pins[gpio]?.mode === outputMode);
	const undo = outputs.flatMap((gpio): PinCall[] => {
		const level = levelOf(gpio);
		return pins[gpio]?.drive.kind !== "level" || level === undefined
			? []
			: [{ command: "write", args: { gpio, level } }];
	});
	return { locked: picked.filter((gpio) => pins[gpio]?.locked === true), outputs, undo };
}
