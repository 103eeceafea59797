import { Lock, LockOpen, Megaphone, MegaphoneOff } from "lucide-react";
import { useStore } from "zustand";
import { lockPin } from "../../actions/pins/lockPin.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import { namesStore, styleGpio, stylesOf } from "../../stores/namesStore.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { useLive } from "../activity/currentBoard.ts";

interface Props {
	readonly gpio: number;
	readonly touch?: boolean;
}

/** Whether a pin's changes are spoken, and whether anybody may change it. */
export function PinSwitches({ gpio, touch = false }: Props) {
	const announced = useStore(namesStore, (state) => stylesOf(state)[gpio]?.announced === true);
	const locked = usePin(gpio)?.locked === true;
	const isViewer = useConnection((state) => state.role === "viewer");
	const live = useLive();
	const size = touch ? "lg" : "xs";
	return (
		<>
			<IconButton
				icon={announced ? Megaphone : MegaphoneOff}
				label={
					announced ? "Announce no changes of this pin" : "Announce changes of this pin to screen readers"
				}
				size={size}
				active={announced}
				onClick={() => styleGpio(gpio, { announced: !announced })}
			/>
			<IconButton
				icon={locked ? Lock : LockOpen}
				label={locked ? "Unlock this pin" : "Lock this pin: no page changes it"}
				size={size}
				active={locked}
				disabled={isViewer || !live}
				onClick={() => void lockPin(gpio, !locked)}
			/>
		</>
	);
}
