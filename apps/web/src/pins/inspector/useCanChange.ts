import { type ActBar, useActBar } from "../../stores/actBar.ts";
import { usePin } from "../../stores/pinsStore.ts";

/** Why a pin cannot be changed from here now; undefined when it can. */
export type ChangeBar = ActBar | "locked";

/** What bars changes of a GPIO, the most lasting reason first. */
export function useChangeBar(gpio: number): ChangeBar | undefined {
	const bar = useActBar();
	const isLocked = usePin(gpio)?.locked === true;
	return bar ?? (isLocked ? "locked" : undefined);
}
