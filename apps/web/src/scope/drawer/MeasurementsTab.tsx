import { ClipboardList, Download } from "lucide-react";
import { useEffect } from "react";
import { useStore } from "zustand";
import { csvOf, tabbed } from "../../widgets/delimited.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { IconButton } from "../../widgets/IconButton.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { saveText } from "../../widgets/saveText.ts";
import { channelName } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { ColumnsMenu } from "../measure/ColumnsMenu.tsx";
import { columnsOf, columnsStore } from "../measure/columnsStore.ts";
import { MeasuresTable } from "../measure/MeasuresTable.tsx";
import styles from "../measure/measure.module.css";
import { measures } from "../measure/measures.ts";
import { type MeasuredRange, measuresStore, sortBy, startMeasures } from "../measure/measuresStore.ts";
import { sortedLanes, tableRows } from "../measure/measuresTable.ts";
import { spanText } from "../spanText.ts";
import { CopyTools } from "./CopyTools.tsx";

const RANGES: readonly { readonly value: MeasuredRange; readonly label: string }[] = [
	{ value: "view", label: "View" },
	{ value: "markers", label: "Between markers" },
	{ value: "all", label: "Whole capture" },
];

/** What every lane did in the view, between the markers or in the whole capture. */
export function MeasurementsTab() {
	useEffect(startMeasures, []);
	const { lanes, sorting, range } = useStore(measuresStore);
	const shown = useStore(columnsStore, (state) => state.shown);
	const columns = columnsOf("drawer", { shown });
	const sorted = sortedLanes(
		lanes ?? [],
		measures.find(({ id }) => id === sorting?.id),
		sorting?.direction ?? 1,
	);
	return (
		<>
			<Bar rows={() => tableRows(sorted, columns, channelName)} hasLanes={sorted.length > 0} />
			{lanes === undefined ? (
				<EmptyNote>
					{range === "markers"
						? "No stretch is marked. Drag with Shift in the traces, or set gold and blue."
						: "Nothing is captured there."}
				</EmptyNote>
			) : (
				<MeasuresTable wide lanes={sorted} columns={columns} sorting={sorting} onSort={sortBy} />
			)}
		</>
	);
}

interface BarProps {
	/** The table for other programs. */
	readonly rows: () => ReturnType<typeof tableRows>;
	readonly hasLanes: boolean;
}

function Bar({ rows, hasLanes }: BarProps) {
	const { range, stretch, failed } = useStore(measuresStore);
	return (
		<div className={styles["bar"]}>
			<Segments
				label="Measured"
				segments={RANGES}
				value={range}
				size="bar"
				fit
				onPick={(picked) => measuresStore.setState({ range: picked })}
			/>
			{failed ? (
				<span className={styles["error"]}>The capture did not answer; it is asked again.</span>
			) : (
				<span className={styles["range"]}>
					{stretch === undefined ? "" : spanText(stretch.to - stretch.from)}
				</span>
			)}
			<span className={styles["space"]} />
			<ColumnsMenu table="drawer" />
			<CopyTools
				copies={[{ id: "text", icon: ClipboardList, label: "Copy the table", write: () => tabbed(rows()) }]}
				disabled={!hasLanes}
			/>
			<IconButton
				icon={Download}
				label="Save the table as CSV"
				size="xs"
				disabled={!hasLanes}
				onClick={() => saveText("measurements.csv", "text/csv", csvOf(rows()))}
			/>
		</div>
	);
}

/** How many lanes are measured. */
export function MeasurementsCount() {
	return <>{useStore(laneStore, (state) => state.lanes.length)}</>;
}
