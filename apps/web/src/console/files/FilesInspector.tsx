import { useStore } from "zustand";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "../tools.module.css";
import { useAbility } from "../useAbility.ts";
import { AccessHelp } from "./AccessHelp.tsx";
import { filesStore } from "./filesStore.ts";

/** Who decides which files can be reached, and what was asked for last as code. */
export function FilesInspector() {
	const isOn = useAbility("files");
	const { calls, partsLeft } = useStore(filesStore, (state) => state.sent);
	if (isOn !== true) return null;
	return (
		<>
			<Section title="Which files">
				<div className={styles["prose"]}>
					<AccessHelp />
				</div>
			</Section>
			<SameInCode calls={calls} empty="What is asked of pigpiod shows here as code." />
			{partsLeft > 0 && (
				<Section title="Left out">
					<p className={styles["text"]}>
						{partsLeft === 1 ? "One more part" : `${partsLeft} more parts`} of the file, read or written the
						same way.
					</p>
				</Section>
			)}
		</>
	);
}
