import { ActionIcon } from "@mantine/core";
import { FileText, Radio, X, Zap } from "lucide-react";
import { type CaptureEntry, closeCapture, LIVE, showCapture } from "../../bridge/index.ts";
import styles from "../../widgets/choiceRow.module.css";
import { scopeStore } from "../scopeStore.ts";
import { captureFacts, captureName } from "./captureText.ts";

const ICONS = { live: Radio, file: FileText, segment: Zap } as const;

interface Props {
	readonly entry: CaptureEntry;
	readonly isShown: boolean;
	/** Hears when this one was chosen. */
	readonly onChoose: () => void;
}

/** One capture of the list: shown by its name, closed by its cross. */
export function CaptureRow({ entry, isShown, onChoose }: Props) {
	const { id, source } = entry;
	const Icon = ICONS[source.kind];
	const name = captureName(source);
	return (
		<li className={styles["row"]} data-chosen={isShown || undefined}>
			<button
				type="button"
				className={styles["choose"]}
				aria-current={isShown ? "true" : undefined}
				onClick={() => {
					if (id === LIVE) scopeStore.getState().live();
					else showCapture(id);
					onChoose();
				}}
			>
				<Icon size={16} />
				<span className={styles["text"]}>
					<span className={styles["name"]}>{name}</span>
					<span className={styles["line"]}>{captureFacts(entry)}</span>
				</span>
			</button>
			{id !== LIVE && (
				<ActionIcon aria-label={`Close ${name}`} title="Close" onClick={() => closeCapture(id)}>
					<X size={16} />
				</ActionIcon>
			)}
		</li>
	);
}
