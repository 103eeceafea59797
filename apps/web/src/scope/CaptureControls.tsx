import { FileText, type LucideIcon, Pause, Play, Radio } from "lucide-react";
import { useStore } from "zustand";
import { ActionKeys } from "../actions/ActionKeys.tsx";
import type { Action } from "../actions/defineAction.ts";
import { capturesStore, LIVE } from "../bridge/index.ts";
import { Segments } from "../widgets/Segments.tsx";
import { liveOrPause, playFromHere } from "./actions/mode.ts";
import styles from "./CaptureControls.module.css";
import { CaptureMenu } from "./files/CaptureMenu.tsx";
import { playFrom } from "./mainViewport.ts";
import { PlayControls } from "./play/PlayControls.tsx";
import { scopeStore } from "./scopeStore.ts";
import { TriggerButton } from "./trigger/TriggerButton.tsx";
import { behindText } from "./view/behindText.ts";
import type { ViewMode } from "./view/surroundings.ts";

interface ModeSegment {
	readonly mode: ViewMode;
	/** How it looks in force; as its mode unless said otherwise. */
	readonly look?: "still";
	readonly icon: LucideIcon;
	readonly label: string;
	/** While it is in force, where that reads differently. */
	readonly labelOn?: string;
	readonly tip: string;
	readonly action: Pick<Action, "id" | "shortcuts">;
	readonly choose: () => void;
}

/** What stands in the place of a pause when the capture on view is not the live one. */
const STILL = {
	icon: FileText,
	label: "File",
	labelOn: "File",
	look: "still",
	tip: "A capture that was kept; the live one goes on",
} as const;

const SEGMENTS: readonly ModeSegment[] = [
	{
		mode: "live",
		icon: Radio,
		label: "Live",
		tip: "Follow the newest data",
		action: liveOrPause,
		choose: () => scopeStore.getState().live(),
	},
	{
		mode: "paused",
		icon: Pause,
		label: "Pause",
		labelOn: "Paused",
		tip: "Hold the picture still; the capture goes on",
		action: liveOrPause,
		choose: () => scopeStore.getState().pause(),
	},
	{
		mode: "play",
		icon: Play,
		label: "Play",
		tip: "Play from here: what was captured passes again",
		action: playFromHere,
		choose: () => {
			if (scopeStore.getState().mode !== "play") playFrom();
		},
	},
];

/** A capture that does not grow is neither paused nor behind. */
const SEGMENTS_OF_FILE = SEGMENTS.map((segment) =>
	segment.mode === "paused" ? { ...segment, ...STILL } : segment,
);

/** Live, paused or playing, and where that is. The capture goes on in each. */
export function CaptureControls() {
	const mode = useStore(scopeStore, (state) => state.mode);
	const behind = useStore(scopeStore, (state) => state.behindLive);
	const isLive = useStore(capturesStore, (state) => state.shown === LIVE);
	return (
		<>
			<Segments
				label="What the scope shows"
				className={styles["modes"]}
				segments={(isLive ? SEGMENTS : SEGMENTS_OF_FILE).map(
					({ mode: own, icon, label, labelOn = label, tip, action, look = own }) => ({
						value: own,
						label,
						icon,
						content: <span className={styles["label"]}>{mode === own ? labelOn : label}</span>,
						tip: (
							<>
								{tip} <ActionKeys action={action} />
							</>
						),
						className: styles[look],
					}),
				)}
				value={mode}
				fit
				onPick={(picked) => SEGMENTS.find((segment) => segment.mode === picked)?.choose()}
			/>
			<TriggerButton />
			{mode === "play" ? (
				<PlayControls />
			) : (
				isLive && (
					<span className={styles["behind"]} data-shown={mode === "paused" || undefined}>
						<b>{behindText(behind)}</b> behind live
					</span>
				)
			)}
			<CaptureMenu />
		</>
	);
}
