import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type Ref, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { scopeStore } from "../scopeStore.ts";
import { channelOrder, orderChannels } from "./channelsStore.ts";
import { LaneHeader } from "./LaneHeader.tsx";
import { IDLE_HEIGHT, moveLane } from "./laneLayout.ts";
import { laneStore } from "./laneStore.ts";
import styles from "./lanes.module.css";
import { selectLanes } from "./selectLane.ts";

interface Props {
	readonly phone?: boolean;
	readonly ref: Ref<HTMLDivElement>;
	readonly onScroll: (top: number) => void;
}

/** The lanes' headers, one listbox that is worked by arrows; it scrolls and the traces follow. */
export function LaneList({ phone = false, ref, onScroll }: Props) {
	const lanes = useStore(laneStore, (state) => state.lanes);
	const idleRow = useStore(laneStore, (state) => state.idleRow);
	const height = useStore(laneStore, (state) => state.height);
	const current = useStore(scopeStore, (state) => state.selected[0]);
	const isOpen = useStore(scopeStore, (state) => state.idleOpen);
	const list = useRef<HTMLDivElement>(null);

	useEffect(() => {
		if (current === undefined) return;
		document.getElementById(`lane-${current}`)?.scrollIntoView({ block: "nearest" });
	}, [current]);

	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.target instanceof HTMLInputElement) return;
		if (event.key === "F2" && current !== undefined) {
			event.preventDefault();
			// The header knows how to rename itself.
			document
				.getElementById(`lane-${current}`)
				?.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
			return;
		}
		const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
		if (step === 0) return;
		event.preventDefault();
		const index = lanes.findIndex((lane) => lane.channel === current);
		const next = lanes[Math.min(lanes.length - 1, Math.max(0, index + step))];
		if (next === undefined) return;
		if (event.altKey && current !== undefined) orderChannels(moveLane(channelOrder(), current, next.channel));
		else selectLanes([next.channel]);
	};

	return (
		<div
			ref={ref}
			className={styles[phone ? "phoneList" : "list"]}
			onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
		>
			<div
				ref={list}
				role="listbox"
				aria-label="Lanes"
				aria-multiselectable="true"
				aria-activedescendant={current === undefined ? undefined : `lane-${current}`}
				tabIndex={0}
				className={styles["lanes"]}
				style={{ height }}
				onKeyDown={onKeyDown}
			>
				{lanes.map((lane) => (
					<LaneHeader key={lane.channel} lane={lane} phone={phone} />
				))}
			</div>
			{idleRow !== undefined && (
				<button
					type="button"
					className={styles["idle"]}
					style={{ top: idleRow.top, height: IDLE_HEIGHT }}
					aria-expanded={isOpen}
					onClick={() => scopeStore.setState({ idleOpen: !isOpen })}
				>
					<ChevronRight size={14} />
					Idle ({idleRow.count})
				</button>
			)}
		</div>
	);
}
