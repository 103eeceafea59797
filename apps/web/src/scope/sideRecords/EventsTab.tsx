import { type SideRecordKind, sideRecordKinds } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { ClipboardList, type LucideIcon, Sheet, TimerReset, Unplug, Zap } from "lucide-react";
import { useEffect } from "react";
import { useStore } from "zustand";
import { capturesStore, LIVE, shownStore } from "../../bridge/index.ts";
import { showView } from "../../stores/uiStore.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { timeText } from "../currentZero.ts";
import { type Copy, CopyTools } from "../drawer/CopyTools.tsx";
import table from "../drawer/drawer.module.css";
import { channelName } from "../lanes/channelsStore.ts";
import { countText } from "../minimap/countText.ts";
import { EventRows } from "./EventRows.tsx";
import styles from "./events.module.css";
import { allRecords, recordsStore, startRecords, takeLater, toggleKind } from "./recordsStore.ts";
import { kindNames, recordCells, recordsCsv, recordsText } from "./recordText.ts";

const ICONS: Readonly<Record<SideRecordKind, LucideIcon>> = { watchdog: TimerReset, event: Zap, gap: Unplug };

/** Watchdog reports, events of the daemon and gaps, in order of time; one that is picked comes into sight. */
export function EventsTab() {
	const isEmpty = useStore(shownStore, (facts) => countOf(facts) === 0);
	return isEmpty ? <Nothing /> : <Listed />;
}

function Nothing() {
	const isLive = useStore(capturesStore, ({ shown }) => shown === LIVE);
	if (!isLive)
		return <EmptyNote icon={Zap}>No watchdog report, no event and no gap in this capture.</EmptyNote>;
	return (
		<EmptyNote
			icon={Zap}
			action={
				<Button size="xs" onClick={() => showView("pins")}>
					Watch a pin
				</Button>
			}
		>
			No watchdog report, event or gap yet. A watchdog tells of a line that rests too long, programs trigger
			events, and gaps are where reports were lost.
		</EmptyNote>
	);
}

function Listed() {
	useEffect(startRecords, []);
	const hasKinds = useStore(recordsStore, ({ kinds }) => kinds.length > 0);
	return (
		<div className={table["tab"]}>
			<Bar />
			{hasKinds ? <EventRows icons={ICONS} /> : <EmptyNote>No kind is chosen above.</EmptyNote>}
		</div>
	);
}

const COPIES: readonly Copy[] = [
	{
		id: "text",
		icon: ClipboardList,
		label: "Copy what is listed as text",
		write: async () =>
			recordsText((await allRecords()).map((record) => recordCells(record, timeText, channelName))),
	},
	{
		id: "csv",
		icon: Sheet,
		label: "Copy what is listed as CSV, in µs from the start",
		write: async () => recordsCsv(await allRecords(), shownStore.getState().origin, channelName),
	},
];

function Bar() {
	const kinds = useStore(recordsStore, (state) => state.kinds);
	const counts = useStore(recordsStore, ({ page }) => page?.counts);
	const later = useStore(recordsStore, ({ page, until }) => (until === undefined ? 0 : (page?.later ?? 0)));
	const failed = useStore(recordsStore, (state) => state.failed);
	return (
		<div className={table["bar"]}>
			<fieldset className={styles["kinds"]} aria-label="Listed">
				{sideRecordKinds.map((kind) => {
					const Icon = ICONS[kind];
					return (
						<button
							key={kind}
							type="button"
							aria-pressed={kinds.includes(kind)}
							onClick={() => toggleKind(kind)}
						>
							<Icon size={14} />
							{kindNames[kind].many}
							<span className={styles["count"]}>{counts === undefined ? "–" : countText(counts[kind])}</span>
						</button>
					);
				})}
			</fieldset>
			{failed && <span className={styles["error"]}>The capture did not answer; it is asked again.</span>}
			{later > 0 && (
				<Button
					size="xs"
					variant="subtle"
					onClick={() => {
						takeLater().catch((error: unknown) => console.error("The capture did not answer.", error));
					}}
				>
					{countText(later)} newer
				</Button>
			)}
			<span className={table["space"]} />
			<CopyTools copies={COPIES} />
		</div>
	);
}

function countOf({ gaps, watchdogs, events }: ReturnType<typeof shownStore.getState>): number {
	return gaps + watchdogs + events;
}

/** How many there are. */
export function EventsCount() {
	return <>{countText(useStore(shownStore, countOf))}</>;
}
