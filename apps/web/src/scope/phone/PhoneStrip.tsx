import { formatFrequency } from "@gpioscope/logic";
import { ActionIcon, Drawer } from "@mantine/core";
import { ChevronLeft, ChevronRight, Files, Flag, Maximize, Pause, SlidersHorizontal } from "lucide-react";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { capturesStore, LIVE } from "../../bridge/index.ts";
import { markAction } from "../actions/cursors.ts";
import { stepToEdge } from "../actions/edges.ts";
import { fitMarked } from "../actions/fitting.ts";
import { FilesSheet } from "../files/FilesSheet.tsx";
import { startStretch } from "../inspector/stretchStore.ts";
import { useBeat } from "../inspector/useBeat.ts";
import { scopeStore } from "../scopeStore.ts";
import { spanText } from "../spanText.ts";
import { LaneChoices } from "../toolbar/LanesMenu.tsx";
import { PhoneTrigger } from "../trigger/PhoneTrigger.tsx";
import { behindText } from "../view/behindText.ts";
import { MeasureSheet } from "./MeasureSheet.tsx";
import styles from "./phone.module.css";

const SHEET_TITLES = { lanes: "Lanes", measure: "Measure", files: "Captures and files" } as const;

/** Measuring and moving by thumb: between the traces and the tabs. */
export function PhoneStrip() {
	const [sheet, setSheet] = useState<keyof typeof SHEET_TITLES>();
	useEffect(startStretch, []);
	return (
		<>
			<div className={styles["strip"]}>
				<Measure onOpen={() => setSheet("measure")} />
				<div className={styles["controls"]}>
					<button type="button" onClick={() => markAction.run()}>
						<Flag size={20} />
						Mark
					</button>
					<PhoneTrigger />
					<LiveButton />
					<button type="button" onClick={fitMarked}>
						<Maximize size={20} />
						Fit
					</button>
					<button type="button" onClick={() => setSheet("lanes")}>
						<SlidersHorizontal size={20} />
						Lanes
					</button>
					<button type="button" onClick={() => setSheet("files")}>
						<Files size={20} />
						Files
					</button>
				</div>
			</div>
			<Drawer
				opened={sheet !== undefined}
				onClose={() => setSheet(undefined)}
				position="bottom"
				size={sheet === "measure" ? "85%" : "60%"}
				title={sheet && SHEET_TITLES[sheet]}
				radius="xl"
			>
				{sheet === "measure" && <MeasureSheet />}
				{sheet === "files" && <FilesSheet onDone={() => setSheet(undefined)} />}
				{sheet === "lanes" && (
					<div className={styles["lanes"]}>
						<LaneChoices touch />
					</div>
				)}
			</Drawer>
		</>
	);
}

function Measure({ onOpen }: { readonly onOpen: () => void }) {
	const { gold, blue } = useBeat(() => scopeStore.getState().cursors, [scopeStore]);
	const delta = gold === undefined || blue === undefined ? undefined : blue - gold;
	const step = (direction: "next" | "previous"): void => {
		stepToEdge(direction).catch((error: unknown) => console.error("The capture did not answer.", error));
	};
	return (
		<div className={styles["measure"]}>
			<button type="button" className={styles["figures"]} onClick={onOpen}>
				<span className={styles["line"]}>
					<span className={styles["big"]}>{delta === undefined ? "–" : spanText(delta)}</span>
					<span className={styles["frequency"]}>
						{delta === undefined || delta === 0 ? "" : formatFrequency(1e6 / Math.abs(delta))}
					</span>
				</span>
				<span className={styles["hint"]}>
					{gold === undefined ? (
						"Tap a trace to set gold"
					) : (
						<>
							<b className={styles["gold"]}>G</b> to <b className={styles["blue"]}>B</b>
						</>
					)}
				</span>
			</button>
			<span className={styles["caption"]}>
				B to
				<br />
				edge
			</span>
			<ActionIcon
				size="lg"
				variant="default"
				aria-label="Blue to the previous edge"
				onClick={() => step("previous")}
			>
				<ChevronLeft size={20} />
			</ActionIcon>
			<ActionIcon size="lg" variant="default" aria-label="Blue to the next edge" onClick={() => step("next")}>
				<ChevronRight size={20} />
			</ActionIcon>
		</div>
	);
}

function LiveButton() {
	const mode = useStore(scopeStore, (state) => state.mode);
	const behind = useStore(scopeStore, (state) => state.behindLive);
	const isOther = useStore(capturesStore, (state) => state.shown !== LIVE);
	if (mode === "live") {
		return (
			<button type="button" className={styles["go"]} onClick={() => scopeStore.getState().pause()}>
				<Pause size={16} />
				Pause
			</button>
		);
	}
	return (
		<button type="button" className={styles["go"]} data-paused onClick={() => scopeStore.getState().live()}>
			Go live
			<small>{isOther ? "from a file" : `${behindText(behind)} behind`}</small>
		</button>
	);
}
