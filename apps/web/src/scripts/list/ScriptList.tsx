import { Button, Menu } from "@mantine/core";
import { FilePlus2 } from "lucide-react";
import { useStore } from "zustand";
import { usePhone } from "../../theme/phone.ts";
import { scriptExamples } from "../library/examples.ts";
import { addDocument, libraryStore } from "../library/libraryStore.ts";
import type { ScriptDocument } from "../library/scriptDocument.ts";
import { openInEditor, scriptsViewStore, showForeign } from "../scriptsViewStore.ts";
import { SCRIPT_ROOM } from "../stored/lookAtScripts.ts";
import { useScriptOwner } from "../stored/scriptOwner.ts";
import { type StoredScript, storedIdOf, useStored } from "../stored/storedStore.ts";
import styles from "./ScriptList.module.css";
import { ScriptRow } from "./ScriptRow.tsx";

/** The scripts of this browser, and those that pigpiod has of others. */
export function ScriptList() {
	const documents = useStore(libraryStore, (state) => state.documents);
	const { scripts, origins } = useStored(({ scripts, origins }) => ({ scripts, origins }));
	const foreign = [...scripts.values()].filter(({ id }) => !origins.has(id)).sort((a, b) => a.id - b.id);
	return (
		<nav className={styles["list"]} aria-label="Scripts">
			<div className={styles["head"]}>
				<h2>In this browser</h2>
				<NewMenu />
			</div>
			<ul>
				{documents.map((document) => (
					<DocumentRow key={document.id} document={document} />
				))}
			</ul>
			<div className={styles["head"]}>
				<h2>From elsewhere, in pigpiod</h2>
			</div>
			{foreign.length === 0 ? (
				<p className={styles["none"]}>
					None. What other pages, programs and the console store is listed here.
				</p>
			) : (
				<ul>
					{foreign.map((script) => (
						<ForeignRow key={script.id} script={script} />
					))}
				</ul>
			)}
			<p className={styles["room"]}>
				{scripts.size} of pigpiod's {SCRIPT_ROOM} places for scripts in use.
			</p>
		</nav>
	);
}

function NewMenu() {
	const isPhone = usePhone();
	return (
		<Menu width={280} position="bottom-end">
			<Menu.Target>
				<Button size={isPhone ? "lg" : "xs"} variant="subtle" leftSection={<FilePlus2 size={14} />}>
					New
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => open("New script", "")}>Empty script</Menu.Item>
				<Menu.Label>Examples</Menu.Label>
				{scriptExamples.map(({ name, summary, text }) => (
					<Menu.Item key={name} onClick={() => open(name, text)}>
						{name}
						<span className={styles["summary"]}>{summary}</span>
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

function open(name: string, text: string): void {
	openInEditor(addDocument(name, text).id);
}

function DocumentRow({ document }: { readonly document: ScriptDocument }) {
	const openId = useStore(libraryStore, (state) => state.openId);
	const isForeign = useStore(scriptsViewStore, (state) => state.foreign !== undefined);
	const stored = useStored((state) => state.scripts.get(storedIdOf(document.id, state) ?? -1));
	return (
		<ScriptRow
			name={document.name}
			stored={stored}
			isCurrent={!isForeign && document.id === openId}
			onOpen={() => openInEditor(document.id)}
		/>
	);
}

function ForeignRow({ script }: { readonly script: StoredScript }) {
	const owner = useScriptOwner(script.id);
	const isCurrent = useStore(scriptsViewStore, (state) => state.foreign === script.id);
	return (
		<ScriptRow
			name={`Stored by ${owner?.name ?? "an unknown program"}`}
			stored={script}
			isCurrent={isCurrent}
			onOpen={() => showForeign(script.id)}
		/>
	);
}
