import { Button, Switch } from "@mantine/core";
import { useStore } from "zustand";
import { useUi } from "../stores/hooks.ts";
import { forgetAllFiles, keptFilesStore } from "../stores/keptFiles/keptFilesStore.ts";
import { uiStore } from "../stores/uiStore.ts";
import { byteText } from "../widgets/byteText.ts";
import { Section } from "../widgets/Section.tsx";
import styles from "./SettingsPage.module.css";

/** Whether open files outlive the page, and how much the browser keeps of them. */
export function FilesSection() {
	const keepFiles = useUi((state) => state.keepFiles);
	const { files = [], problem } = useStore(keptFilesStore);
	const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
	const count = files.length === 1 ? "1 file" : `${files.length} files`;
	return (
		<Section title="Files">
			<div className={styles["row"]}>
				<span>Open files are there again after a reload</span>
				<Switch
					aria-label="Open files are there again after a reload"
					checked={keepFiles}
					onChange={(event) => {
						uiStore.setState({ keepFiles: event.currentTarget.checked });
						if (!event.currentTarget.checked) void forgetAllFiles();
					}}
				/>
			</div>
			<div className={styles["row"]}>
				<span>{files.length === 0 ? "None kept in this browser" : `${count} kept, ${byteText(bytes)}`}</span>
				<Button variant="default" disabled={files.length === 0} onClick={() => void forgetAllFiles()}>
					Forget them
				</Button>
			</div>
			{problem !== undefined && (
				<p className={styles["text"]} role="status">
					{problem}
				</p>
			)}
			<p className={styles["text"]}>
				They stay in this browser, up to 1 GB, the newest. A file that is closed is forgotten.
			</p>
		</Section>
	);
}
