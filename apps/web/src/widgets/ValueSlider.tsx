import { Slider } from "@mantine/core";
import { useEffect, useState } from "react";
import styles from "./ValueSlider.module.css";

interface Props {
	readonly label: string;
	/** What is set. */
	readonly value: number;
	readonly min: number;
	readonly max: number;
	readonly step?: number;
	readonly disabled: boolean;
	/** How a value is spoken. */
	readonly speak?: (value: number) => string;
	readonly touch?: boolean;
	/** Each value while dragging. */
	readonly onSlide: (value: number) => void;
}

/** How long after the last movement what is set counts again, in ms. */
const SETTLE_MS = 600;

/** A slider that follows the hand while it is dragged and what is set afterwards. */
export function ValueSlider({
	label,
	value,
	min,
	max,
	step = 1,
	disabled,
	speak,
	touch = false,
	onSlide,
}: Props) {
	const [draft, setDraft] = useState<number>();
	const [dragging, setDragging] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new answer restarts the wait
	useEffect(() => {
		if (dragging || draft === undefined) return;
		const timer = setTimeout(() => setDraft(undefined), SETTLE_MS);
		return () => clearTimeout(timer);
	}, [dragging, draft, value]);
	return (
		<Slider
			className={styles["slider"] ?? ""}
			data-disabled={disabled || undefined}
			thumbLabel={label}
			{...(speak === undefined ? {} : { thumbProps: { "aria-valuetext": speak(draft ?? value) } })}
			label={null}
			value={Math.min(max, Math.max(min, draft ?? value))}
			min={min}
			max={max}
			step={step}
			disabled={disabled}
			size={touch ? 6 : 4}
			thumbSize={touch ? 28 : 16}
			onChange={(next) => {
				setDragging(true);
				setDraft(next);
				onSlide(next);
			}}
			onChangeEnd={() => setDragging(false)}
		/>
	);
}
