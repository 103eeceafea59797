import { Button } from "@mantine/core";
import { useStore } from "zustand";
import { Section } from "../../widgets/Section.tsx";
import { ColumnsMenu } from "../measure/ColumnsMenu.tsx";
import { columnsOf, columnsStore } from "../measure/columnsStore.ts";
import { MeasuresTable } from "../measure/MeasuresTable.tsx";
import { scopeStore } from "../scopeStore.ts";
import styles from "./inspector.module.css";
import { readStretch, stretchStore } from "./stretchStore.ts";

/** What each lane did between the markers. */
export function StretchSection() {
	const lanes = useStore(stretchStore, (state) => state.lanes);
	const failed = useStore(stretchStore, (state) => state.failed);
	const isRange = useStore(
		scopeStore,
		({ cursors }) => cursors.green !== undefined && cursors.red !== undefined,
	);
	const shown = useStore(columnsStore, (state) => state.shown);
	const columns = columnsOf("inspector", { shown });
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
	const moved = lanes?.filter((lane) => lane.rising + lane.falling > 0) ?? [];
	return (
		<Section title={title} aside={<ColumnsMenu table="inspector" />}>
			{lanes === undefined ? (
				<p className={styles["hint"]}>
					Two markers, or a range with Shift drag, count the edges between them.
				</p>
			) : moved.length === 0 ? (
				<p className={styles["hint"]}>No edge on these lanes there.</p>
			) : (
				<div className={styles["scroller"]}>
					<MeasuresTable lanes={moved} columns={columns} />
				</div>
			)}
		</Section>
	);
}
