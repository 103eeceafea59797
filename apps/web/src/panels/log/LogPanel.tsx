import { useMemo } from "react";
import { useLog } from "../../stores/logStore.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { filterEntries, selectedEntries } from "./filterEntries.ts";
import { LogBar } from "./LogBar.tsx";
import styles from "./LogPanel.module.css";
import { LogRows } from "./LogRows.tsx";
import { filterLog, useLogPanel } from "./logPanelStore.ts";

/** Commands that were run through the bridge: when, who, what, the answer, how long it took; and their way into code. */
export function LogPanel() {
	const entries = useLog();
	const filter = useLogPanel((state) => state.filter);
	const selection = useLogPanel((state) => state.selection);
	const shown = useMemo(() => filterEntries(entries, filter), [entries, filter]);
	const chosen = useMemo(() => selectedEntries(shown, selection), [shown, selection]);
	if (entries.length === 0)
		return <EmptyNote>No command yet. What this page and others send is listed here.</EmptyNote>;
	return (
		<div className={styles["panel"]}>
			<LogBar entries={entries} chosen={chosen} />
			{shown.length === 0 ? (
				<EmptyNote
					action={
						<button
							type="button"
							className={styles["reset"]}
							onClick={() => filterLog({ text: "", session: "", onlyErrors: false })}
						>
							Show all
						</button>
					}
				>
					None of {entries.length} commands fits.
				</EmptyNote>
			) : (
				<LogRows shown={shown} />
			)}
		</div>
	);
}
