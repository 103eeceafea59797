import { formatSpan, groupDigits } from "@gpioscope/logic";
import { useStore } from "zustand";
import { capturesStore, shownEntry } from "../../bridge/index.ts";
import { byteText } from "../../widgets/byteText.ts";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "./FileSection.module.css";
import { filesStore } from "./filesStore.ts";

/** What is known of the file on view; nothing while it is another capture. */
export function FileSection() {
	const { id, source, facts } = useStore(capturesStore, shownEntry);
	const file = useStore(filesStore, (state) => state.facts[id]);
	if (source.kind !== "file") return null;
	const remarks = file?.remarks ?? [];
	return (
		<Section title="File">
			<KeyValues
				rows={[
					["Name", <span key="name">{source.name}</span>],
					["Format", file?.format ?? "being read"],
					["Size", file && byteText(file.bytes)],
					["Changes", groupDigits(facts.changes, 0)],
					["Length", formatSpan(facts.endTime - facts.firstTime)],
					["Channels", source.channels.length],
					["Gaps", facts.gaps === 0 ? "none" : facts.gaps],
				]}
			/>
			{remarks.length > 0 && (
				<ul className={styles["remarks"]} aria-label="Remarks on the file">
					{remarks.map((remark) => (
						<li key={remark}>{remark}</li>
					))}
				</ul>
			)}
		</Section>
	);
}
