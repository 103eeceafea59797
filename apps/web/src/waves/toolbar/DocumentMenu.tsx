import { Button, Menu } from "@mantine/core";
import { ChevronDown, CopyPlus, FilePlus2, FolderOpen, Save, Trash2 } from "lucide-react";
import { useStore } from "zustand";
import { openDrawer, uiStore } from "../../stores/uiStore.ts";
import {
	duplicateDocument,
	newDocument,
	openFile,
	removeDocument,
	saveToFile,
} from "../model/documentActions.ts";
import { currentDocument, openDocument } from "../model/editing.ts";
import { useEditor } from "../model/editorStore.ts";
import { libraryStore } from "../model/libraryStore.ts";
import styles from "./Toolbar.module.css";

/** The open document, the other ones, and what can be done with them. */
export function DocumentMenu() {
	const { id, name } = useEditor((state) => {
		const { document } = state.history.present;
		return { id: document.id, name: document.name };
	});
	const documents = useStore(libraryStore, (state) => state.documents);
	const others = documents.filter((document) => document.id !== id).slice(0, 8);
	return (
		<Menu width={240}>
			<Menu.Target>
				<Button
					size="xs"
					variant="subtle"
					className={styles["document"] ?? ""}
					rightSection={<ChevronDown size={14} />}
				>
					{name}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<FilePlus2 size={14} />} onClick={newDocument}>
					New document
				</Menu.Item>
				<Menu.Item leftSection={<CopyPlus size={14} />} onClick={() => duplicateDocument(currentDocument())}>
					Duplicate
				</Menu.Item>
				<Menu.Item leftSection={<FolderOpen size={14} />} onClick={() => void openFile()}>
					Open file…
				</Menu.Item>
				<Menu.Item leftSection={<Save size={14} />} onClick={() => saveToFile(currentDocument())}>
					Save as file
				</Menu.Item>
				<Menu.Item
					color="red"
					leftSection={<Trash2 size={14} />}
					onClick={() => removeDocument(currentDocument().id)}
				>
					Delete
				</Menu.Item>
				{others.length > 0 && <Menu.Label>Library</Menu.Label>}
				{others.map((document) => (
					<Menu.Item key={document.id} onClick={() => openDocument(document)}>
						{document.name}
					</Menu.Item>
				))}
				{documents.length - 1 > others.length && (
					<Menu.Item
						onClick={() => {
							openDrawer("waves", true);
							uiStore.setState((state) => ({ drawerTab: { ...state.drawerTab, waves: "library" } }));
						}}
					>
						All {documents.length} waves…
					</Menu.Item>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
