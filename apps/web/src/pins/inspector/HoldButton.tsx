import { Button } from "@mantine/core";
import { type KeyboardEvent, useCallback, useEffect, useRef } from "react";
import { outputMode } from "../../actions/pins/pinCall.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { holdPin } from "../activity/pinGestures.ts";

interface Props {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}

/** A button that inverts an output for as long as it is pressed, by finger, mouse or key. */
export function HoldButton({ gpio, disabled, touch = false }: Props) {
	const facts = usePin(gpio);
	const isPlain = facts?.mode === outputMode && facts.drive.kind === "level";
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
			disabled={disabled || !isPlain}
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
