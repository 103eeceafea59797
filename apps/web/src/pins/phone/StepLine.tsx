import { ActionIcon } from "@mantine/core";
import { Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { ValueSlider } from "../../widgets/ValueSlider.tsx";
import styles from "./PinSheet.module.css";

interface Props {
	readonly label: string;
	readonly caption: string;
	readonly value: number;
	readonly min: number;
	readonly max: number;
	readonly disabled: boolean;
	readonly figure: ReactNode;
	readonly onSlide: (value: number) => void;
	readonly onStep: (direction: 1 | -1) => void;
}

/** A slider between two big buttons that step it, with the value at its end. */
export function StepLine({ label, caption, value, min, max, disabled, figure, onSlide, onStep }: Props) {
	return (
		<div className={styles["line"]}>
			<span className={styles["caption"]}>{caption}</span>
			<ActionIcon
				size="lg"
				variant="default"
				radius={10}
				aria-label={`Less ${label}`}
				disabled={disabled}
				onClick={() => onStep(-1)}
			>
				<Minus size={16} />
			</ActionIcon>
			<ValueSlider
				label={label}
				value={value}
				min={min}
				max={max}
				disabled={disabled}
				touch
				onSlide={onSlide}
			/>
			<ActionIcon
				size="lg"
				variant="default"
				radius={10}
				aria-label={`More ${label}`}
				disabled={disabled}
				onClick={() => onStep(1)}
			>
				<Plus size={16} />
			</ActionIcon>
			<span className={styles["figure"]}>{figure}</span>
		</div>
	);
}
