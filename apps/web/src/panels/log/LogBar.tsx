import { languageFacts, logLines, logProgram } from "@gpioscope/protocol";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { Activity, Check, Copy, Download, Search } from "lucide-react";
import { useEffect, useState } from "react";
import { openInScope } from "../../actions/openInScope.ts";
import { showError } from "../../actions/showError.ts";
import { captureStore } from "../../bridge/index.ts";
import { useCodeLanguage } from "../../stores/codeStore.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import type { NumberedEntry } from "../../stores/logStore.ts";
import { sessionName } from "../../stores/sessionName.ts";
import { copyText } from "../../widgets/copyText.ts";
import { saveText } from "../../widgets/saveText.ts";
import { codeOptions } from "../code/codeOptions.ts";
import { LanguagePicker } from "../code/LanguagePicker.tsx";
import styles from "./LogPanel.module.css";
import { filterLog, logPanelStore, useLogPanel } from "./logPanelStore.ts";
import { logStretch } from "./logStretch.ts";

interface Props {
	/** All entries, for who there is to choose from. */
	readonly entries: readonly NumberedEntry[];
	/** Those that are copied and saved: the stretch selected, or all that are shown. */
	readonly chosen: readonly NumberedEntry[];
}

/** Above the log: what of it is shown, and its way into code. */
export function LogBar({ entries, chosen }: Props) {
	const filter = useLogPanel((state) => state.filter);
	const own = useConnection((state) => state.sessionId);
	const sessions = [...new Set(entries.map(({ session }) => session))];
	return (
		<div className={styles["bar"]}>
			<TextInput
				size="xs"
				className={styles["find"] ?? ""}
				aria-label="Find in the log"
				placeholder="Find"
				leftSection={<Search size={14} />}
				value={filter.text}
				onChange={({ currentTarget }) => filterLog({ text: currentTarget.value })}
			/>
			<NativeSelect
				size="xs"
				aria-label="Who"
				value={filter.session}
				onChange={({ currentTarget }) => filterLog({ session: currentTarget.value })}
				data={[
					{ value: "", label: "Everybody" },
					...sessions.map((session) => ({ value: session, label: sessionName(session, own) })),
				]}
			/>
			<Checkbox
				size="xs"
				label="Errors only"
				checked={filter.onlyErrors}
				onChange={({ currentTarget }) => filterLog({ onlyErrors: currentTarget.checked })}
			/>
			<span className={styles["gap"]} />
			<CodeTools chosen={chosen} />
		</div>
	);
}

/** For how long a button says that it has copied, ms. */
const SAID_MS = 1500;

function CodeTools({ chosen }: Pick<Props, "chosen">) {
	const language = useCodeLanguage();
	const keepsPauses = useLogPanel((state) => state.keepsPauses);
	const isSelection = useLogPanel((state) => state.selection !== undefined);
	const [isCopied, setCopied] = useState(false);
	useEffect(() => {
		if (!isCopied) return;
		const timer = setTimeout(() => setCopied(false), SAID_MS);
		return () => clearTimeout(timer);
	}, [isCopied]);
	const { label, extension } = languageFacts[language];
	const lines = isSelection ? (chosen.length === 1 ? "line" : `${chosen.length} lines`) : "all";
	const copy = (): void => {
		copyText(logLines(chosen, language, codeOptions())).then(
			() => setCopied(true),
			(error: unknown) => showError("The log was not copied", error),
		);
	};
	const show = (): void => {
		const stretch = logStretch(chosen, captureStore.getState());
		if ("problem" in stretch) showError("Show in scope", stretch.problem);
		else openInScope(stretch);
	};
	const save = (): void => {
		const program = logProgram(chosen, language, { ...codeOptions(), keepsPauses });
		saveText(`gpioscope-log.${extension}`, "text/plain", program);
	};
	return (
		<>
			<LanguagePicker />
			<Button
				size="compact-xs"
				variant="default"
				leftSection={isCopied ? <Check size={14} /> : <Copy size={14} />}
				disabled={chosen.length === 0}
				title={`Copies the commands as ${label}`}
				onClick={copy}
			>
				{isCopied ? "Copied" : `Copy ${lines}`}
			</Button>
			<Button
				size="compact-xs"
				variant="default"
				leftSection={<Download size={14} />}
				disabled={chosen.length === 0}
				title={`A program in ${label} that does the same again`}
				onClick={save}
			>
				Save as script
			</Button>
			<Checkbox
				size="xs"
				label="With pauses"
				checked={keepsPauses}
				onChange={({ currentTarget }) => logPanelStore.setState({ keepsPauses: currentTarget.checked })}
			/>
			<Button
				size="compact-xs"
				variant="default"
				leftSection={<Activity size={14} />}
				disabled={!isSelection || chosen.length === 0}
				title="Turns to the scope, to when the selected commands were carried out"
				onClick={show}
			>
				Show in scope
			</Button>
		</>
	);
}
