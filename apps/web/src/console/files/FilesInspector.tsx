import { useMemo } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "../tools.module.css";
import { useAbility } from "../useAbility.ts";
import { AccessHelp } from "./AccessHelp.tsx";
import { fileCalls } from "./fileCalls.ts";
import { filesStore } from "./filesStore.ts";

/** Who decides which files can be reached. */
export function FilesInspector() {
	const isOn = useAbility("files");
	const { listing, opened } = useStore(
		filesStore,
		useShallow(({ listing, opened }) => ({ listing, opened })),
	);
	const calls = useMemo(() => fileCalls(listing, opened), [listing, opened]);
	if (isOn !== true) return null;
	return (
		<>
			<Section title="Which files">
				<div className={styles["prose"]}>
					<AccessHelp />
				</div>
			</Section>
			<SameInCode calls={calls} empty="What is asked of pigpiod shows here as code." />
		</>
	);
}
