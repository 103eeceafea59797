import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { holdPin, pressPad } from "../activity/pinGestures.ts";

/** How long a press is before it counts as holding. */
const HOLD_MS = 400;

/** Pointer gestures of one pad: a click toggles or asks, holding inverts an output until let go. */
export function usePadGestures(gpio: number): {
	readonly held: boolean;
	readonly handlers: {
		readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
		readonly onPointerUp: () => void;
		readonly onPointerCancel: () => void;
		readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
	};
} {
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const letGo = useRef<() => void>(undefined);
	const pressed = useRef(false);
	const [held, setHeld] = useState(false);

	const end = (click: boolean): void => {
		clearTimeout(timer.current);
		if (!pressed.current) return;
		pressed.current = false;
		setHeld(false);
		const release = letGo.current;
		letGo.current = undefined;
		if (release !== undefined) release();
		else if (click) pressPad(gpio);
	};
	// A pad that goes away while it is held must not leave its pin inverted.
	useEffect(
		() => () => {
			clearTimeout(timer.current);
			letGo.current?.();
			letGo.current = undefined;
		},
		[],
	);

	return {
		held,
		handlers: {
			onPointerDown: (event) => {
				if (event.button !== 0) return;
				event.currentTarget.setPointerCapture(event.pointerId);
				pressed.current = true;
				timer.current = setTimeout(() => {
					const release = holdPin(gpio);
					if (release === undefined) return;
					letGo.current = release;
					setHeld(true);
					navigator.vibrate?.(10);
				}, HOLD_MS);
			},
			onPointerUp: () => end(true),
			onPointerCancel: () => end(false),
			// A long press with a finger opens no menu.
			onContextMenu: (event) => event.preventDefault(),
		},
	};
}
