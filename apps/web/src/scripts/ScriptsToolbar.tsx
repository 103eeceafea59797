import { ActionIcon, Menu, TextInput } from "@mantine/core";
import { CopyPlus, Ellipsis, FolderOpen, Save, Trash2 } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { usePhone } from "../theme/phone.ts";
import { Segments } from "../widgets/Segments.tsx";
import { useOpenDocument } from "./check/shownScript.ts";
import { DocumentButtons } from "./inspector/DocumentButtons.tsx";
import { duplicateOpen, openFile, removeOpen, saveOpen } from "./library/documentActions.ts";
import { changeDocument } from "./library/libraryStore.ts";
import styles from "./ScriptsToolbar.module.css";
import { type PhonePart, scriptsViewStore } from "./scriptsViewStore.ts";

const parts: readonly { readonly value: PhonePart; readonly label: string }[] = [
	{ value: "list", label: "List" },
	{ value: "text", label: "Text" },
	{ value: "run", label: "Run" },
	{ value: "words", label: "Words" },
];

/** The open script's name, and what can be done with it. */
export function ScriptsToolbar() {
	const isPhone = usePhone();
	const part = useStore(scriptsViewStore, (state) => state.part);
	const isForeign = useStore(scriptsViewStore, (state) => state.foreign !== undefined);
	return (
		<>
			{isPhone && (
				<Segments
					label="Part"
					segments={parts}
					value={part}
					size="touch"
					className={styles["parts"]}
					onPick={(picked) => scriptsViewStore.setState({ part: picked })}
				/>
			)}
			{!isForeign && (
				<>
					<NameField isLarge={isPhone} />
					<DocumentMenu isLarge={isPhone} />
				</>
			)}
			<span className={styles["space"]} />
			{!isPhone && !isForeign && <DocumentButtons />}
		</>
	);
}

function NameField({ isLarge }: { readonly isLarge: boolean }) {
	const { id, name } = useOpenDocument();
	const [typed, setTyped] = useState<string>();
	const keep = (): void => {
		if (typed !== undefined && typed.trim() !== "") changeDocument(id, { name: typed.trim() });
		setTyped(undefined);
	};
	return (
		<TextInput
			aria-label="Name of the script"
			size={isLarge ? "lg" : "xs"}
			className={styles["name"] ?? ""}
			value={typed ?? name}
			onChange={(event) => setTyped(event.currentTarget.value)}
			onBlur={keep}
			onKeyDown={(event) => {
				if (event.key === "Enter") keep();
				else if (event.key === "Escape") setTyped(undefined);
			}}
		/>
	);
}

function DocumentMenu({ isLarge }: { readonly isLarge: boolean }) {
	return (
		<Menu width={220}>
			<Menu.Target>
				<ActionIcon size={isLarge ? "lg" : "xs"} aria-label="More for this script">
					<Ellipsis size={isLarge ? 20 : 16} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<CopyPlus size={14} />} onClick={duplicateOpen}>
					Duplicate
				</Menu.Item>
				<Menu.Item leftSection={<FolderOpen size={14} />} onClick={() => void openFile()}>
					Open file…
				</Menu.Item>
				<Menu.Item leftSection={<Save size={14} />} onClick={saveOpen}>
					Save as file
				</Menu.Item>
				<Menu.Item color="red" leftSection={<Trash2 size={14} />} onClick={removeOpen}>
					Remove from this browser
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}
