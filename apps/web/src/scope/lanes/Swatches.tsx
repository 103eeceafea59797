import { Check } from "lucide-react";
import styles from "./laneMenu.module.css";

const COLORS = [1, 2, 3, 4, 5, 6, 7, 8];

interface Props {
	/** Trace colour 1 to 8. */
	readonly color: number;
	readonly onPick: (color: number) => void;
}

/** The trace palette to choose from. */
export function Swatches({ color, onPick }: Props) {
	return (
		<div className={styles["swatches"]} role="radiogroup" aria-label="Colour of the trace">
			{COLORS.map((each) => (
				// biome-ignore lint/a11y/useSemanticElements: a palette of colours, not a list of words.
				<button
					key={each}
					type="button"
					role="radio"
					aria-checked={each === color}
					aria-label={`Colour ${each}`}
					title={`Colour ${each}`}
					className={styles["swatch"]}
					style={{ background: `var(--c${each})` }}
					onClick={() => onPick(each)}
				>
					{each === color && <Check size={14} />}
				</button>
			))}
		</div>
	);
}
