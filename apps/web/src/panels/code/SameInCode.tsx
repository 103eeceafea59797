import { codeOf, type Invocation, languageFacts } from "@gpioscope/protocol";
import { useCodeLanguage } from "../../stores/codeStore.ts";
import { CodeBlock } from "../../widgets/CodeBlock.tsx";
import { Section } from "../../widgets/Section.tsx";
import { codeOptions } from "./codeOptions.ts";
import { LanguagePicker } from "./LanguagePicker.tsx";
import styles from "./SameInCode.module.css";

interface Props {
	/** The commands that an action sends, in their order, with arguments that may be sent. */
	readonly calls: readonly Invocation[];
	readonly title?: string;
	/** Stands in its place while there is no command. */
	readonly empty?: string;
}

/** What an action sends, as it would be written elsewhere: part of an inspector. */
export function SameInCode({ calls, title = "Same in code", empty = "Nothing to send yet." }: Props) {
	const language = useCodeLanguage();
	const code = calls.map((call) => codeOf(call, language, codeOptions())).join("\n");
	return (
		<Section title={title}>
			<div className={styles["languages"]}>
				<LanguagePicker />
			</div>
			{calls.length === 0 ? (
				<p className={styles["empty"]}>{empty}</p>
			) : (
				<CodeBlock label={`${title}, ${languageFacts[language].label}`} code={code} />
			)}
		</Section>
	);
}
