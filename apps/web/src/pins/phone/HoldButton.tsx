import { Button } from "@mantine/core";
import { useCallback, useEffect, useRef } from "react";
import { holdPin } from "../activity/pinGestures.ts";

/** A button that inverts an output for as long as it is pressed. */
export function HoldButton({ gpio, disabled }: { readonly gpio: number; readonly disabled: boolean }) {
	const letGo = useRef<() => void>(undefined);
	const end = useCallback((): void => {
		letGo.current?.();
		letGo.current = undefined;
	}, []);
	useEffect(() => end, [end]);
	return (
		<Button
			size="lg"
			disabled={disabled}
			style={{ touchAction: "none" }}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
				letGo.current = holdPin(gpio);
			}}
			onPointerUp={end}
			onPointerCancel={end}
		>
			Hold to invert
		</Button>
	);
}
