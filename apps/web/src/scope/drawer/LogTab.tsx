import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { logStore, useLog } from "../../stores/logStore.ts";
import { sessionName } from "../../stores/sessionName.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import styles from "./drawer.module.css";

/** So many of the newest entries are listed. */
const SHOWN = 200;

/** Commands that anybody ran through this bridge, newest first. */
export function LogTab() {
	const entries = useLog();
	const sessionId = useConnection((state) => state.sessionId);
	if (entries.length === 0) {
		return (
			<EmptyNote>No command yet. What any page here sends to pigpiod is listed, with its answer.</EmptyNote>
		);
	}
	const newest = entries.slice(-SHOWN).reverse();
	return (
		<table className={styles["table"]}>
			<thead>
				<tr>
					<th>Time</th>
					<th>Who</th>
					<th>Command</th>
					<th data-grow>Result</th>
					<th data-align="right">Round trip</th>
				</tr>
			</thead>
			<tbody>
				{newest.map((entry) => (
					<tr key={`${entry.at} ${entry.session} ${entry.pigs}`}>
						<td data-weak>{new Date(entry.at).toLocaleTimeString(undefined, { hour12: false })}</td>
						<td data-weak>{sessionName(entry.session, sessionId)}</td>
						<td className="mono">{entry.pigs}</td>
						<td data-grow data-error={entry.error !== undefined || undefined}>
							{entry.error === undefined ? resultText(entry.result) : entry.error.message}
						</td>
						<td data-align="right" data-weak>
							{entry.milliseconds.toFixed(1)} ms
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function resultText(result: unknown): string {
	if (result === undefined || result === null) return "ok";
	return typeof result === "object" ? JSON.stringify(result) : String(result);
}

/** How many commands the log holds. */
export function LogCount() {
	return <>{useStore(logStore, (state) => state.entries.length)}</>;
}
