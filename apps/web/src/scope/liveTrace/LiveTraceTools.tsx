import { formatSpan } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { Activity, Minus, Plus } from "lucide-react";
import { useStore } from "zustand";
import { openInScope } from "../../actions/openInScope.ts";
import { usePhone } from "../../theme/phone.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { ZOOM_NOTCH } from "../view/timeView.ts";
import styles from "./LiveTrace.module.css";
import { liveLanesStore, liveTraceStore, liveViewport } from "./liveTrace.ts";

const SHOWN = [
	{ value: "live", label: "Live", title: "The newest moment stays at the right" },
	{ value: "activity", label: "Last activity", title: "What was last said on these lines, all of it" },
	{ value: "still", label: "Still", title: "Stays where it is; capturing goes on" },
] as const;
type Shown = (typeof SHOWN)[number]["value"];

/** Two notches of the wheel a press. */
const STEP = ZOOM_NOTCH ** 2;

/** What the live trace shows, how much of it, and the way to look closer. */
export function LiveTraceTools() {
	const mode = useStore(liveTraceStore, (state) => state.mode);
	const followsActivity = useStore(liveTraceStore, (state) => state.followsActivity);
	const hasActivity = useStore(liveTraceStore, (state) => state.hasActivity);
	const division = useStore(liveTraceStore, (state) => state.division);
	const rows = useStore(liveLanesStore, (state) => state.rows);
	const phone = usePhone();
	if (rows.length === 0) return null;
	const size = phone ? "lg" : "xs";
	const shown: Shown = followsActivity ? "activity" : mode === "live" ? "live" : "still";
	return (
		<div className={styles["tools"]}>
			{followsActivity && !hasActivity && (
				<span className={styles["when"]} role="status">
					No change on these lines yet
				</span>
			)}
			<Segments
				label="Live trace shows"
				segments={SHOWN}
				value={shown}
				size={phone ? "touch" : "small"}
				fit
				onPick={show}
			/>
			<IconButton icon={Minus} label="Show more time" size={size} onClick={() => liveViewport.zoom(STEP)} />
			<span className={styles["division"]}>{formatSpan(division, { significant: 3, trim: true })}/div</span>
			<IconButton
				icon={Plus}
				label="Show less time"
				size={size}
				onClick={() => liveViewport.zoom(1 / STEP)}
			/>
			<Button
				size={size}
				variant="subtle"
				leftSection={<Activity size={14} />}
				onClick={() =>
					openInScope(
						liveViewport.view,
						rows.map(({ channel }) => channel),
					)
				}
			>
				Open in scope
			</Button>
		</div>
	);
}

function show(shown: Shown): void {
	liveTraceStore.setState({ followsActivity: shown === "activity" });
	if (shown === "live") liveViewport.goLive();
	else if (shown === "still") liveTraceStore.setState({ mode: "paused" });
}
