import { useCallback, useEffect, useRef } from "react";
import { usePhone } from "../theme/phone.ts";
import { calmWhileStill } from "./calmWhileStill.ts";
import { ClearQuestion } from "./clear/ClearQuestion.tsx";
import { CompareBar } from "./compare/CompareBar.tsx";
import { startFigures } from "./figures/figuresStore.ts";
import { FileProgress } from "./files/FileProgress.tsx";
import { startFind } from "./find/findRunner.ts";
import { startFolding } from "./fold/foldRunner.ts";
import { startHistory } from "./history/scopeHistory.ts";
import { LaneList } from "./lanes/LaneList.tsx";
import { startLanes } from "./lanes/laneStore.ts";
import { followSelection } from "./lanes/selectLane.ts";
import { startKeepingMarkers } from "./markers/keepMarkers.ts";
import { CaptureFacts } from "./minimap/CaptureFacts.tsx";
import { CornerTime } from "./minimap/CornerTime.tsx";
import { MinimapHost } from "./minimap/MinimapHost.tsx";
import styles from "./ScopeMain.module.css";
import type { Timeline } from "./timeline/Timeline.ts";
import { TimelineHost } from "./timeline/TimelineHost.tsx";

/** Minimap, ruler and lanes. */
export function ScopeMain() {
	const list = useRef<HTMLDivElement>(null);
	const timeline = useRef<Timeline>(undefined);
	const isPhone = usePhone();

	useEffect(() => {
		const stops = [
			calmWhileStill(),
			startLanes(),
			startFigures(),
			startFind(),
			startFolding(),
			followSelection(),
			startKeepingMarkers(),
			startHistory(),
		];
		return () => {
			for (const stop of stops) stop();
		};
	}, []);

	const scrollLanes = useCallback((pixels: number) => {
		if (list.current !== null) list.current.scrollTop += pixels;
	}, []);
	const onTimeline = useCallback((made: Timeline | undefined) => {
		timeline.current = made;
		made?.scrollTo(list.current?.scrollTop ?? 0);
	}, []);
	const onScroll = useCallback((top: number) => timeline.current?.scrollTo(top), []);

	if (isPhone) {
		return (
			<div className={styles["frame"]}>
				<CompareBar />
				<div className={styles["phone"]}>
					<ClearQuestion />
					<FileProgress />
					<MinimapHost height={44} />
					<div className={styles["phonePlot"]}>
						<TimelineHost phone scrollLanes={scrollLanes} onTimeline={onTimeline} />
						<LaneList phone ref={list} onScroll={onScroll} />
					</div>
				</div>
			</div>
		);
	}
	return (
		<div className={styles["frame"]}>
			<CompareBar />
			<div className={styles["scope"]}>
				<ClearQuestion />
				<FileProgress />
				<div className={styles["facts"]}>
					<CaptureFacts />
				</div>
				<MinimapHost height={39} />
				<div className={styles["corner"]}>
					<CornerTime />
				</div>
				<div className={styles["heads"]}>
					<LaneList ref={list} onScroll={onScroll} />
				</div>
				<div className={styles["plot"]}>
					<TimelineHost scrollLanes={scrollLanes} onTimeline={onTimeline} />
				</div>
			</div>
		</div>
	);
}
