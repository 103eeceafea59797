import { radioGroupKeys } from "../../widgets/radioGroupKeys.ts";
import styles from "./ExportDialog.module.css";

interface Choice<T extends string> {
	readonly id: T;
	readonly label: string;
	readonly detail?: string;
	readonly isDisabled?: boolean;
}

interface Props<T extends string> {
	readonly label: string;
	readonly choices: readonly Choice<T>[];
	/** Undefined when none of them holds. */
	readonly chosen: T | undefined;
	readonly onChoose: (id: T) => void;
}

/** One question of a form with its few answers in a row. */
export function ChoiceRow<T extends string>({ label, choices, chosen, onChoose }: Props<T>) {
	return (
		<div className={styles["row"]}>
			<span className={styles["label"]}>{label}</span>
			<div className={styles["choices"]} role="radiogroup" aria-label={label} {...radioGroupKeys}>
				{choices.map(({ id, label: name, detail, isDisabled = false }) => (
					// biome-ignore lint/a11y/useSemanticElements: a segment of buttons, as everywhere on these bars.
					<button
						key={id}
						type="button"
						role="radio"
						aria-checked={id === chosen}
						disabled={isDisabled}
						onClick={() => onChoose(id)}
					>
						{name}
						{detail !== undefined && <small>{detail}</small>}
					</button>
				))}
			</div>
		</div>
	);
}
