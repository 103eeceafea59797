import { type ChannelStatistics, formatFrequency, formatSpan, groupDigits } from "@gpioscope/logic";
import { useStore } from "zustand";
import { channelOf, channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { countText } from "../minimap/countText.ts";
import styles from "./inspector.module.css";

interface Props {
	readonly lanes: readonly ChannelStatistics[];
	/** With high time and what is known, where there is room. */
	readonly wide?: boolean;
}

/** Edges, frequency and duty of lanes over a stretch. */
export function StretchTable({ lanes, wide = false }: Props) {
	const channels = useStore(channelsStore);
	const colors = useStore(laneStore, (state) => state.lanes);
	const count = (edges: number): string => (wide ? groupDigits(edges, 0) : countText(edges));
	if (lanes.length === 0) return <p className={styles["hint"]}>No edge on these lanes there.</p>;
	return (
		<table className={styles["table"]} data-wide={wide || undefined}>
			<thead>
				<tr>
					<th>Lane</th>
					<th title="Rising edges">↑</th>
					<th title="Falling edges">↓</th>
					<th>Mean freq</th>
					<th>Duty</th>
					{wide && <th>High time</th>}
					{wide && <th>Known</th>}
				</tr>
			</thead>
			<tbody>
				{lanes.map((lane) => (
					<tr key={lane.channel}>
						<td>
							<span
								className={styles["swatch"]}
								style={{
									background: `var(--c${colors.find((one) => one.channel === lane.channel)?.color ?? 0})`,
								}}
							/>
							{channelOf(lane.channel, channels).name}
							{channelOf(lane.channel, channels).style.inverted === true && (
								<span className={styles["hint"]}> inverted</span>
							)}
						</td>
						<td>{count(lane.rising)}</td>
						<td>{count(lane.falling)}</td>
						<td>
							{lane.meanFrequency === undefined
								? "–"
								: formatFrequency(lane.meanFrequency, { significant: 4 })}
						</td>
						<td>{lane.duty === undefined ? "–" : `${(lane.duty * 100).toFixed(1)}\u00a0%`}</td>
						{wide && <td>{formatSpan(lane.highTime)}</td>}
						{wide && (
							<td className={lane.overGap ? styles["attention"] : undefined}>
								{lane.overGap ? `${formatSpan(lane.knownTime)}, over a gap` : formatSpan(lane.knownTime)}
							</td>
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}
