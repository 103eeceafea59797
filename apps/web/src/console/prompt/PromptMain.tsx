import { HelpLine } from "./HelpLine.tsx";
import styles from "./Prompt.module.css";
import { PromptField } from "./PromptField.tsx";
import { Transcript } from "./Transcript.tsx";

/** Every command of pigpiod, typed as pigs takes it, and what it answered in words. */
export function PromptMain() {
	return (
		<div className={styles["console"]}>
			<Transcript />
			<HelpLine />
			<PromptField />
		</div>
	);
}
