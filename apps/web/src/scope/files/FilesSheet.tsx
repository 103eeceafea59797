import { Button } from "@mantine/core";
import { useStore } from "zustand";
import { capturesStore } from "../../bridge/index.ts";
import { compareAction } from "../compare/compareActions.ts";
import { CaptureRow } from "./CaptureRow.tsx";
import { FileSection } from "./FileSection.tsx";
import styles from "./FilesSheet.module.css";
import { exportAction, openAction } from "./filesActions.ts";

/** Captures and files on a phone: to look at, to open, to write. */
export function FilesSheet({ onDone }: { readonly onDone: () => void }) {
	const entries = useStore(capturesStore, (state) => state.entries);
	const shown = useStore(capturesStore, (state) => state.shown);
	return (
		<div className={styles["sheet"]}>
			<div className={styles["buttons"]}>
				{[openAction, exportAction, ...(entries.length > 1 ? [compareAction] : [])].map((action) => (
					<Button
						key={action.id}
						size="lg"
						leftSection={<action.icon size={20} />}
						onClick={() => {
							onDone();
							action.run();
						}}
					>
						{action.label}
					</Button>
				))}
			</div>
			<ul className={styles["list"]} aria-label="Captures">
				{entries.map((entry) => (
					<CaptureRow key={entry.id} entry={entry} isShown={entry.id === shown} onChoose={onDone} />
				))}
			</ul>
			<FileSection />
		</div>
	);
}
