import type { ReactNode } from "react";
import { radioGroupKeys } from "../../widgets/radioGroupKeys.ts";
import styles from "./laneMenu.module.css";

interface Props<T extends string> {
	readonly label: string;
	readonly options: readonly { readonly id: T; readonly label: string }[];
	/** Undefined is none of them. */
	readonly value: T | undefined;
	readonly onChoose: (id: T) => void;
	/** Stands at the end of the segment. */
	readonly children?: ReactNode;
}

/** One of a few, within a menu. */
export function Choice<T extends string>({ label, options, value, onChoose, children }: Props<T>) {
	return (
		<div className={styles["choice"]} role="radiogroup" aria-label={label} {...radioGroupKeys}>
			{options.map(({ id, label: word }) => (
				// biome-ignore lint/a11y/useSemanticElements: a segment of buttons, as everywhere on these bars.
				<button key={id} type="button" role="radio" aria-checked={value === id} onClick={() => onChoose(id)}>
					{word}
				</button>
			))}
			{children}
		</div>
	);
}
