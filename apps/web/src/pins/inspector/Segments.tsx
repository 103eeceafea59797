import { radioGroupKeys } from "../../widgets/radioGroupKeys.ts";
import styles from "./Segments.module.css";

/** One choice of a row of segments. */
export interface Segment<T extends string> {
	readonly value: T;
	readonly label: string;
	readonly title?: string;
}

interface Props<T extends string> {
	readonly label: string;
	readonly segments: readonly Segment<T>[];
	/** undefined while nothing is known to be chosen. */
	readonly value: T | undefined;
	readonly disabled?: boolean;
	readonly size?: "small" | "normal" | "touch";
	readonly onPick: (value: T) => void;
}

/** A row of choices of which one holds. Unlike a form control it asks first and shows the answer, not the click. */
export function Segments<T extends string>({
	label,
	segments,
	value,
	disabled = false,
	size = "normal",
	onPick,
}: Props<T>) {
	return (
		<div
			role="radiogroup"
			aria-label={label}
			className={styles["segments"]}
			data-size={size}
			{...radioGroupKeys}
		>
			{segments.map((segment) => (
				// biome-ignore lint/a11y/useSemanticElements: a radio input would show the click before the daemon's answer
				<button
					key={segment.value}
					type="button"
					role="radio"
					aria-checked={segment.value === value}
					title={segment.title}
					disabled={disabled}
					className={styles["segment"]}
					onClick={() => onPick(segment.value)}
				>
					{segment.label}
				</button>
			))}
		</div>
	);
}
