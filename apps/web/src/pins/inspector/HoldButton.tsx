import { Button } from "@mantine/core";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import { holdPin } from "../activity/pinGestures.ts";

interface Props {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}

/** A button that inverts an output for as long as it is pressed, by finger, mouse or key. */
export function HoldButton({ gpio, disabled, touch = false }: Props) {
	const letGo = useRef<() => void>(undefined);
	const begin = (): void => {
		letGo.current ??= holdPin(gpio);
	};
	const end = useCallback((): void => {
		letGo.current?.();
		letGo.current = undefined;
	}, []);
	useEffect(() => end, [end]);
	const isHoldKey = ({ key }: KeyboardEvent): boolean => key === " " || key === "Enter";
	return (
		<Button
			size={touch ? "lg" : "xs"}
			disabled={disabled}
			style={{ touchAction: "none" }}
			onPointerDown={(event) => {
				event.currentTarget.setPointerCapture(event.pointerId);
				begin();
			}}
			onPointerUp={end}
			onPointerCancel={end}
			onKeyDown={(event) => {
				if (!isHoldKey(event)) return;
				event.preventDefault();
				if (!event.repeat) begin();
			}}
			onKeyUp={(event) => {
				if (isHoldKey(event)) end();
			}}
			onBlur={end}
			onContextMenu={(event) => event.preventDefault()}
		>
			Hold to invert
		</Button>
	);
}
