import { formatSpan, type WaveDocument } from "@gpioscope/logic";
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { CopyPlus, FilePlus2, FolderOpen, Save, Trash2 } from "lucide-react";
import { useStore } from "zustand";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import {
	duplicateDocument,
	newDocument,
	openFile,
	removeDocument,
	saveToFile,
} from "../model/documentActions.ts";
import { openDocument } from "../model/editing.ts";
import { useEditor } from "../model/editorStore.ts";
import { libraryStore } from "../model/libraryStore.ts";
import styles from "./Library.module.css";
import { WaveThumbnail } from "./WaveThumbnail.tsx";

/** All waves kept in this browser. */
export function Library() {
	const documents = useStore(libraryStore, (state) => state.documents);
	const openId = useEditor((state) => state.history.present.document.id);
	return (
		<div className={styles["library"]}>
			<ul className={styles["list"]}>
				{documents.map((document) => (
					<Card key={document.id} document={document} isOpen={document.id === openId} />
				))}
				<li className={styles["new"]}>
					<Button size="xs" leftSection={<FilePlus2 size={14} />} onClick={newDocument}>
						New document
					</Button>
					<Button size="xs" leftSection={<FolderOpen size={14} />} onClick={() => void openFile()}>
						Open file…
					</Button>
				</li>
			</ul>
			{documents.length === 0 && <EmptyNote>No wave is kept yet.</EmptyNote>}
		</div>
	);
}

function Card({ document, isOpen }: { readonly document: WaveDocument; readonly isOpen: boolean }) {
	const { length: tracks } = document.tracks;
	return (
		<li className={styles["card"]} data-open={isOpen || undefined}>
			<button
				type="button"
				className={styles["open"]}
				aria-current={isOpen || undefined}
				onClick={() => !isOpen && openDocument(document)}
			>
				<span className={styles["name"]}>{document.name}</span>
				<span className={styles["facts"]}>
					{tracks} {tracks === 1 ? "track" : "tracks"}, {formatSpan(document.length)}
				</span>
				<WaveThumbnail document={document} />
			</button>
			<div className={styles["actions"]}>
				<Small label="Duplicate" icon={<CopyPlus size={14} />} run={() => duplicateDocument(document)} />
				<Small label="Save as file" icon={<Save size={14} />} run={() => saveToFile(document)} />
				<Small label="Delete" icon={<Trash2 size={14} />} run={() => removeDocument(document.id)} />
			</div>
		</li>
	);
}

function Small({
	label,
	icon,
	run,
}: {
	readonly label: string;
	readonly icon: React.ReactNode;
	readonly run: () => void;
}) {
	return (
		<Tooltip label={label}>
			<ActionIcon size="xs" aria-label={label} onClick={run}>
				{icon}
			</ActionIcon>
		</Tooltip>
	);
}
