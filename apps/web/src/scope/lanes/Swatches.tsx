import { Check } from "lucide-react";
import styles from "./laneMenu.module.css";
import { besideInMenu } from "./menuChoice.ts";

const COLORS = [1, 2, 3, 4, 5, 6, 7, 8];

interface Props {
	/** Trace colour 1 to 8. */
	readonly color: number;
	readonly onPick: (color: number) => void;
}

/** The trace palette to choose from, within a menu. */
export function Swatches({ color, onPick }: Props) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: a group within a menu, not of a form.
		<div className={styles["swatches"]} role="group" aria-label="Colour of the trace">
			{COLORS.map((each) => (
				<button
					key={each}
					type="button"
					role="menuitemradio"
					aria-checked={each === color}
					aria-label={`Colour ${each}`}
					title={`Colour ${each}`}
					{...besideInMenu}
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
