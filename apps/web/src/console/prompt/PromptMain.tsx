import { LogPanel } from "../../panels/log/LogPanel.tsx";
import { usePhone } from "../../theme/phone.ts";
import { HelpLine } from "./HelpLine.tsx";
import styles from "./Prompt.module.css";
import { PromptField } from "./PromptField.tsx";
import { usePrompt } from "./promptStore.ts";
import { Transcript } from "./Transcript.tsx";

/** Every command of pigpiod, typed as pigs takes it, and what it answered in words. */
export function PromptMain() {
	const isPhone = usePhone();
	const showsLog = usePrompt((state) => state.showsLog) && isPhone;
	return (
		<div className={styles["console"]}>
			{showsLog ? (
				<div className={styles["log"]}>
					<LogPanel />
				</div>
			) : (
				<Transcript />
			)}
			<HelpLine />
			<PromptField />
		</div>
	);
}
