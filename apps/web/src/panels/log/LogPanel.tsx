import type { LogEntry } from "@gpioscope/protocol";
import { useConnection } from "../../stores/connectionStore.ts";
import { useLog } from "../../stores/logStore.ts";
import { sessionName } from "../../stores/sessionName.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import styles from "./LogPanel.module.css";

/** Newest entries shown; older ones stay in the store. */
const shown = 300;

/** Commands that were run through the bridge, newest first: when, who, what, the result, how long it took. */
export function LogPanel() {
	const entries = useLog();
	const ownSession = useConnection((state) => state.sessionId);
	if (entries.length === 0)
		return <EmptyNote>No command yet. What this page and others send is listed here.</EmptyNote>;
	return (
		<table className={styles["log"]}>
			<thead>
				<tr>
					<th>Time</th>
					<th>Who</th>
					<th>Command</th>
					<th>Result</th>
					<th className={styles["number"]}>Took</th>
				</tr>
			</thead>
			<tbody>
				{entries
					.slice(-shown)
					.reverse()
					.map((entry) => (
						<Row key={keyOf(entry)} entry={entry} ownSession={ownSession} />
					))}
			</tbody>
		</table>
	);
}

function Row({ entry, ownSession }: { readonly entry: LogEntry; readonly ownSession: string | undefined }) {
	return (
		<tr data-failed={entry.error !== undefined || undefined}>
			<td className={styles["dim"]}>{timeOf(entry.at)}</td>
			<td>{sessionName(entry.session, ownSession)}</td>
			<td className={`mono ${styles["command"]}`} title={entry.pigs}>
				{entry.pigs}
			</td>
			<td className={styles["result"]}>{entry.error?.message ?? resultText(entry.result)}</td>
			<td className={styles["number"]}>{entry.milliseconds.toFixed(1)} ms</td>
		</tr>
	);
}

/** Entries bear no id; when, how long and what tells them apart. */
const keyOf = ({ at, milliseconds, pigs }: LogEntry): string => `${at} ${milliseconds} ${pigs}`;

function timeOf(at: number): string {
	const date = new Date(at);
	return `${date.toLocaleTimeString("en-GB")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

function resultText(result: unknown): string {
	if (result === undefined) return "done";
	return typeof result === "object" ? JSON.stringify(result) : String(result);
}
