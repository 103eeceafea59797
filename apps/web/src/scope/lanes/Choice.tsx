import type { ReactNode } from "react";
import styles from "./laneMenu.module.css";
import { besideInMenu } from "./menuChoice.ts";

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
		// biome-ignore lint/a11y/useSemanticElements: a group within a menu, not of a form.
		<div className={styles["choice"]} role="group" aria-label={label}>
			{options.map(({ id, label: word }) => (
				<button
					key={id}
					type="button"
					role="menuitemradio"
					aria-checked={value === id}
					{...besideInMenu}
					onClick={() => onChoose(id)}
				>
					{word}
				</button>
			))}
			{children}
		</div>
	);
}
