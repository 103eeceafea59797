import { type ComponentType, useEffect } from "react";
import { useStore } from "zustand";
import { usePhone } from "../theme/phone.ts";
import { ProblemStrip } from "./check/ProblemStrip.tsx";
import { ScriptEditor } from "./editor/ScriptEditor.tsx";
import { ForeignText } from "./ForeignText.tsx";
import { ScriptsInspector } from "./inspector/ScriptsInspector.tsx";
import { ScriptList } from "./list/ScriptList.tsx";
import styles from "./ScriptsMain.module.css";
import { type PhonePart, scriptsViewStore } from "./scriptsViewStore.ts";
import { watchScripts } from "./stored/lookAtScripts.ts";
import { WordList } from "./words/WordList.tsx";

/** A phone shows one at a time. */
const phoneParts: Readonly<Record<PhonePart, ComponentType>> = {
	list: ScriptList,
	text: Text,
	run: ScriptsInspector,
	words: WordList,
};

/** Scripts that run inside pigpiod: written, stored, started and watched. */
export function ScriptsMain() {
	useEffect(watchScripts, []);
	const isPhone = usePhone();
	const part = useStore(scriptsViewStore, (state) => state.part);
	if (!isPhone)
		return (
			<div className={styles["main"]}>
				<div className={styles["list"]}>
					<ScriptList />
				</div>
				<Text />
			</div>
		);
	const Part = phoneParts[part];
	return (
		<div className={styles["sheet"]}>
			<Part />
		</div>
	);
}

function Text() {
	const foreign = useStore(scriptsViewStore, (state) => state.foreign);
	if (foreign !== undefined) return <ForeignText id={foreign} />;
	return (
		<div className={styles["text"]}>
			<ScriptEditor />
			<ProblemStrip />
		</div>
	);
}
