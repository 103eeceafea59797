import { formatSpan } from "@gpioscope/logic";
import { LocateFixed, Trash2 } from "lucide-react";
import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { IconButton } from "../../widgets/IconButton.tsx";
import { timeText } from "../currentZero.ts";
import { useBeat } from "../inspector/useBeat.ts";
import { viewport } from "../mainViewport.ts";
import { shownMarkers } from "../markers/shownMarkers.ts";
import { type CursorId, changeMarker, removeMarker, scopeStore, setCursor } from "../scopeStore.ts";
import styles from "./drawer.module.css";

/** All markers with their times and the differences between any two. */
export function MarkersTab() {
	const markers = useBeat(() => shownMarkers(scopeStore.getState()), [scopeStore]);
	const times = useBeat(
		() => shownMarkers(scopeStore.getState()).map((marker) => timeText(marker.time)),
		[scopeStore, shownStore],
	);
	const named = useStore(scopeStore, (state) => state.named);
	if (markers.length === 0) {
		return <EmptyNote>No marker yet. Click in the traces for gold, or press M for a named one.</EmptyNote>;
	}
	return (
		<table className={styles["table"]}>
			<thead>
				<tr>
					<th>Marker</th>
					<th data-align="right">Time</th>
					{markers.map((marker) => (
						<th key={marker.id} data-align="right">
							Δ {marker.flag}
						</th>
					))}
					<th data-grow>Note</th>
					<th />
				</tr>
			</thead>
			<tbody>
				{markers.map((marker, row) => {
					const own = named.find((one) => `m${one.number}` === marker.id);
					return (
						<tr key={marker.id}>
							<td>
								<span className={styles["flag"]} data-tone={marker.tone}>
									{marker.flag.slice(0, 2).trim()}
								</span>
								{own === undefined ? (
									marker.name
								) : (
									<input
										className={styles["input"]}
										aria-label={`Name of marker ${own.number}`}
										placeholder="Name"
										maxLength={24}
										value={own.name}
										onChange={(event) => changeMarker(own.number, { name: event.currentTarget.value })}
									/>
								)}
							</td>
							<td data-align="right">{times[row] ?? "–"}</td>
							{markers.map((other) => (
								<td key={other.id} data-align="right" data-weak>
									{other.id === marker.id ? "–" : formatSpan(other.time - marker.time, { signed: true })}
								</td>
							))}
							<td data-grow>
								{own !== undefined && (
									<input
										className={styles["input"]}
										aria-label={`Note of marker ${own.number}`}
										placeholder="Note"
										value={own.note}
										onChange={(event) => changeMarker(own.number, { note: event.currentTarget.value })}
									/>
								)}
							</td>
							<td>
								<span className={styles["tools"]}>
									<IconButton
										icon={LocateFixed}
										size="xs"
										label={`Show ${marker.name}`}
										onClick={() => viewport.showTime(marker.time)}
									/>
									<IconButton
										icon={Trash2}
										size="xs"
										label={`Remove ${marker.name}`}
										onClick={() =>
											own === undefined
												? setCursor(marker.id as CursorId, undefined)
												: removeMarker(own.number)
										}
									/>
								</span>
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

/** How many markers there are. */
export function MarkersCount() {
	return <>{useStore(scopeStore, (state) => shownMarkers(state).length)}</>;
}
