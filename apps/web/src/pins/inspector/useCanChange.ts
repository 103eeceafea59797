import { useConnection } from "../../stores/connectionStore.ts";
import { useArmed } from "../../stores/hooks.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { useLive } from "../activity/currentBoard.ts";

/** Why a pin cannot be changed from here now; undefined when it can. */
export type ChangeBar = "viewer" | "viewOnly" | "locked" | "disconnected";

/** What bars changes of a GPIO, the most lasting reason first. */
export function useChangeBar(gpio: number): ChangeBar | undefined {
	const isViewer = useConnection((state) => state.role === "viewer");
	const armed = useArmed();
	const live = useLive();
	const locked = usePin(gpio)?.locked === true;
	if (!live) return "disconnected";
	if (isViewer) return "viewer";
	if (!armed) return "viewOnly";
	return locked ? "locked" : undefined;
}
