import { groupDigits, maxLength, parseTime, renameDocument, setLength } from "@gpioscope/logic";
import { TextInput } from "@mantine/core";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import { change } from "../model/editing.ts";
import { shownEdit, useEditor } from "../model/editorStore.ts";
import styles from "./Inspector.module.css";

/** Name and length of the wave. */
export function DocumentSection() {
	const { id, name, length } = useEditor((state) => {
		const { document } = shownEdit(state);
		return { id: document.id, name: document.name, length: document.length };
	});
	return (
		<Section title="Wave">
			<div className={styles["fields"]}>
				<span>Name</span>
				<TextInput
					key={`${id} ${name}`}
					aria-label="Name of the wave"
					defaultValue={name}
					maxLength={60}
					onBlur={(event) => rename(event.currentTarget.value, name)}
					onKeyDown={(event) => {
						if (event.key === "Enter") event.currentTarget.blur();
						event.stopPropagation();
					}}
				/>
				<span>Length</span>
				<NumberField
					label="Length"
					value={length}
					min={1}
					max={maxLength}
					unit="µs"
					format={(value) => groupDigits(value, 0)}
					parse={parseTime}
					onChange={(value) => change((document) => setLength(document, value))}
				/>
			</div>
		</Section>
	);
}

function rename(text: string, before: string): void {
	const name = text.trim();
	if (name !== "" && name !== before) change((document) => renameDocument(document, name));
}
