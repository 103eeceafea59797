import { useEffect } from "react";
import { useStore } from "zustand";
import { useLog } from "../stores/logStore.ts";
import { usePhone } from "../theme/phone.ts";
import { EmptyNote } from "../widgets/EmptyNote.tsx";
import { ProblemStrip } from "./check/ProblemStrip.tsx";
import { ScriptEditor } from "./editor/ScriptEditor.tsx";
import { ScriptsInspector } from "./inspector/ScriptsInspector.tsx";
import { ScriptList } from "./list/ScriptList.tsx";
import styles from "./ScriptsMain.module.css";
import { scriptsViewStore } from "./scriptsViewStore.ts";
import { watchScripts } from "./stored/lookAtScripts.ts";
import { ownerOf } from "./stored/scriptOwner.ts";

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
	if (part === "list") return <ScriptList />;
	return part === "text" ? (
		<Text />
	) : (
		<div className={styles["sheet"]}>
			<ScriptsInspector />
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

/** pigpiod does not give texts back; what this page heard of one is all there is. */
function ForeignText({ id }: { readonly id: number }) {
	const owner = ownerOf(id, useLog());
	if (owner === undefined)
		return (
			<EmptyNote>
				pigpiod does not give back the text of script {id}, which was stored before this page was opened or by
				another program. Its state and parameters are at the right.
			</EmptyNote>
		);
	return (
		<div className={styles["text"]}>
			<p className={styles["from"]}>From the log, as it was stored:</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by key. */}
			<pre className="mono" tabIndex={0}>
				{owner.text}
			</pre>
		</div>
	);
}
