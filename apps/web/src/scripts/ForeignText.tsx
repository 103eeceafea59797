import { Button } from "@mantine/core";
import { CopyPlus } from "lucide-react";
import { usePhone } from "../theme/phone.ts";
import { EmptyNote } from "../widgets/EmptyNote.tsx";
import { addDocument } from "./library/libraryStore.ts";
import styles from "./ScriptsMain.module.css";
import { openInEditor } from "./scriptsViewStore.ts";
import { useScriptOwner } from "./stored/scriptOwner.ts";

/** pigpiod does not give texts back; what went through the bridge is all there is. */
export function ForeignText({ id }: { readonly id: number }) {
	const owner = useScriptOwner(id);
	const isPhone = usePhone();
	if (owner === undefined)
		return (
			<EmptyNote>
				pigpiod does not give back the text of script {id}: a program stored it that does not use gpioscope.
				Its state and parameters can be watched.
			</EmptyNote>
		);
	const isWhole = !owner.text.endsWith("…");
	return (
		<div className={styles["text"]}>
			<div className={styles["from"]}>
				<span>{isWhole ? "The text, as it was stored:" : "The text begins like this:"}</span>
				{isWhole && (
					<Button
						size={isPhone ? "lg" : "xs"}
						leftSection={<CopyPlus size={14} />}
						onClick={() => openInEditor(addDocument(`Script ${id}`, owner.text).id)}
					>
						Edit a copy
					</Button>
				)}
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by key. */}
			<pre className="mono" tabIndex={0}>
				{owner.text}
			</pre>
		</div>
	);
}
