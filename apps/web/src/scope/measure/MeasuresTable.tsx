import type { ChannelMeasurement } from "@gpioscope/logic";
import { useStore } from "zustand";
import { channelOf, channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import styles from "./measure.module.css";
import { type Measure, measureText } from "./measures.ts";

/** By which column a table is sorted. */
export interface Sorting {
	readonly id: string;
	readonly direction: 1 | -1;
}

interface Props {
	readonly lanes: readonly ChannelMeasurement[];
	readonly columns: readonly Measure[];
	readonly wide?: boolean;
	/** With it, heads sort. */
	readonly sorting?: Sorting | undefined;
	readonly onSort?: (id: string) => void;
}

/** Lanes and what was measured of them. */
export function MeasuresTable({ lanes, columns, wide = false, sorting, onSort }: Props) {
	const channels = useStore(channelsStore);
	const laid = useStore(laneStore, (state) => state.lanes);
	return (
		<table className={styles["table"]} data-wide={wide || undefined}>
			<thead>
				<tr>
					<th>Lane</th>
					{columns.map((measure) => (
						<Head key={measure.id} measure={measure} sorting={sorting} onSort={onSort} />
					))}
				</tr>
			</thead>
			<tbody>
				{lanes.map((lane) => (
					<tr key={lane.channel}>
						<td title={channelOf(lane.channel, channels).name}>
							<span
								className={styles["swatch"]}
								style={{
									background: `var(--c${laid.find((one) => one.channel === lane.channel)?.color ?? 0})`,
								}}
							/>
							{channelOf(lane.channel, channels).name}
							{channelOf(lane.channel, channels).style.inverted === true && (
								<span className={styles["note"]}> inverted</span>
							)}
							{lane.overGap && (
								<span className={styles["gap"]} title="Part of this stretch is unknown">
									{" "}
									over a gap
								</span>
							)}
						</td>
						{columns.map((measure) => (
							<td key={measure.id}>{measureText(measure, lane)}</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Head({
	measure: { id, label, title },
	sorting,
	onSort,
}: {
	readonly measure: Measure;
	readonly sorting: Sorting | undefined;
	readonly onSort: ((id: string) => void) | undefined;
}) {
	const direction = sorting?.id === id ? sorting.direction : undefined;
	const sorted = direction === undefined ? "none" : direction === 1 ? "ascending" : "descending";
	if (onSort === undefined) return <th title={title}>{label}</th>;
	return (
		<th title={title} aria-sort={sorted}>
			<button type="button" onClick={() => onSort(id)}>
				{label}
				<span className={styles["sort"]} aria-hidden="true">
					{direction === undefined ? "" : direction === 1 ? "▴" : "▾"}
				</span>
			</button>
		</th>
	);
}
