import { radioGroupKeys } from "../../widgets/radioGroupKeys.ts";
import styles from "./ExportDialog.module.css";

/** As much of a format as a list of them says. */
interface ListedFormat {
	readonly id: string;
	readonly label: string;
	readonly hint: string;
	readonly extensions: readonly string[];
}

interface Props {
	readonly formats: readonly ListedFormat[];
	readonly chosen: ListedFormat;
	readonly onChoose: (id: string) => void;
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
						onClick={() => onChoose(format.id)}
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
