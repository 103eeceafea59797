import type { Format } from "@gpioscope/logic";
import { radioGroupKeys } from "../../widgets/radioGroupKeys.ts";
import styles from "./ExportDialog.module.css";

interface Props {
	readonly formats: readonly Format[];
	readonly chosen: Format;
	readonly onChoose: (format: Format) => void;
}

/** The formats that can be written, each with its extension, and what is to be known of the chosen one. */
export function FormatList({ formats, chosen, onChoose }: Props) {
	return (
		<div>
			<div className={styles["formats"]} role="radiogroup" aria-label="Format" {...radioGroupKeys}>
				{formats.map((format) => (
					// biome-ignore lint/a11y/useSemanticElements: a group of buttons, as everywhere on these bars.
					<button
						key={format.id}
						type="button"
						role="radio"
						aria-checked={format.id === chosen.id}
						aria-describedby="format-hint"
						onClick={() => onChoose(format)}
					>
						<span className={styles["formatName"]}>{format.label}</span>
						<span className={styles["extension"]}>.{format.extensions[0]}</span>
					</button>
				))}
			</div>
			<p id="format-hint" className={styles["hint"]}>
				{chosen.hint}
			</p>
		</div>
	);
}
