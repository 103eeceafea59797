import { radioGroupKeys } from "../../../widgets/radioGroupKeys.ts";
import styles from "./editor.module.css";

type Level = 0 | 1 | "either";

interface Props {
	readonly level: Level;
	readonly onChange: (level: Level) => void;
}

const LEVELS: readonly { readonly level: Level; readonly label: string }[] = [
	{ level: 1, label: "High" },
	{ level: 0, label: "Low" },
	{ level: "either", label: "Either" },
];

/** Which level. */
export function LevelChoice({ level, onChange }: Props) {
	return (
		<div className={styles["segment"]} role="radiogroup" aria-label="Level" {...radioGroupKeys}>
			{LEVELS.map((choice) => (
				// biome-ignore lint/a11y/useSemanticElements: a segment of buttons, as everywhere on these bars.
				<button
					key={choice.label}
					type="button"
					role="radio"
					aria-checked={choice.level === level}
					onClick={() => onChange(choice.level)}
				>
					{choice.label}
				</button>
			))}
		</div>
	);
}
