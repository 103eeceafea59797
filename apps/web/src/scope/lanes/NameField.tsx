import styles from "./lanes.module.css";
import { focusList } from "./selectLane.ts";

interface Props {
	/** What is edited, for those who hear it: `Name of GPIO 4`. */
	readonly label: string;
	readonly name: string;
	/** The name it has when the field is left empty. */
	readonly placeholder: string;
	readonly onName: (name: string) => void;
	readonly onDone: () => void;
}

/** Edits a name in its place: Enter or leaving takes it, Escape does not; either gives the focus back to the list. */
export function NameField({ label, name, placeholder, onName, onDone }: Props) {
	return (
		<input
			className={styles["nameField"]}
			aria-label={label}
			defaultValue={name}
			placeholder={placeholder}
			maxLength={40}
			// biome-ignore lint/a11y/noAutofocus: the person has just asked to type here.
			autoFocus
			onFocus={(event) => event.currentTarget.select()}
			onClick={(event) => event.stopPropagation()}
			onDoubleClick={(event) => event.stopPropagation()}
			onBlur={(event) => {
				if (event.currentTarget.dataset["given"] !== "up") onName(event.currentTarget.value);
				onDone();
			}}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Escape") event.currentTarget.dataset["given"] = "up";
				if (event.key === "Enter" || event.key === "Escape") focusList(event.currentTarget);
			}}
		/>
	);
}
