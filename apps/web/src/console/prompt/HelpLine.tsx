import { commands } from "@gpioscope/protocol";
import { usePhone } from "../../theme/phone.ts";
import { typedName } from "./model/completions.ts";
import { wordAt } from "./model/lineParts.ts";
import styles from "./Prompt.module.css";
import { usePrompt } from "./promptStore.ts";

/** The command under the caret in one line: its parameters, the one to be typed strong, and what it does. */
export function HelpLine() {
	const isPhone = usePhone();
	const line = usePrompt((state) => state.line);
	const caret = usePrompt((state) => state.caret);
	const { command, param } = wordAt(line, caret);
	if (command === undefined) {
		return (
			<p className={styles["helpLine"]}>
				<span>
					{isPhone
						? "Type a command, or what it does. A line above is typed again when it is touched."
						: "Tab completes, ↑ fetches older lines, Enter sends."}
				</span>
			</p>
		);
	}
	const { params, summary } = commands[command];
	const slot = param === undefined ? undefined : params[param];
	return (
		<p className={styles["helpLine"]}>
			<code className="mono">
				{typedName(command)}
				{Object.keys(params).map((name) => (
					<span key={name} data-current={name === param || undefined}>
						{" "}
						{name}
					</span>
				))}
			</code>
			<span>
				{slot === undefined
					? summary
					: `${slot.text}: ${slot.at === "tail" ? slot.type.text : slot.type.expects}`}
			</span>
		</p>
	);
}
