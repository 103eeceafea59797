import { Button } from "@mantine/core";
import { useStore } from "zustand";
import { Section } from "../../widgets/Section.tsx";
import { scopeStore } from "../scopeStore.ts";
import styles from "./inspector.module.css";
import { StretchTable } from "./StretchTable.tsx";
import { readStretch, stretchStore } from "./stretchStore.ts";

/** What each lane did between the markers. */
export function StretchSection() {
	const lanes = useStore(stretchStore, (state) => state.lanes);
	const failed = useStore(stretchStore, (state) => state.failed);
	const isRange = useStore(
		scopeStore,
		({ cursors }) => cursors.green !== undefined && cursors.red !== undefined,
	);
	const title = isRange ? "Between 1 and 2" : "Between markers";
	if (failed) {
		return (
			<Section title={title}>
				<p className={styles["error"]}>The capture did not answer.</p>
				<Button size="xs" onClick={readStretch}>
					Try again
				</Button>
			</Section>
		);
	}
	return (
		<Section title={title}>
			{lanes === undefined ? (
				<p className={styles["hint"]}>
					Two markers, or a range with Shift drag, count the edges between them.
				</p>
			) : (
				<StretchTable lanes={lanes.filter((lane) => lane.rising + lane.falling > 0)} />
			)}
		</Section>
	);
}
