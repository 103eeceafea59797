import { Button } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { hexByte, printable } from "../../widgets/hexBytes.ts";
import styles from "./Serial.module.css";
import { serialActivity } from "./serialActivity.ts";
import { type SerialSettings, serialSettings } from "./serialSettings.ts";
import { readable, rowForms, type TranscriptRow } from "./transcript.ts";

/** CSS pixels. */
const ROW = 20;
/** This near to its end the terminal follows what comes. */
const NEAR_END = 2 * ROW;

/** What went over the line, in both directions; follows what comes while its end is in sight. */
export function Terminal() {
	const settings = useStore(serialSettings);
	const rows = useStore(serialActivity, (state) => state.rows[settings.view]);
	const isOpen = useStore(serialActivity, (state) => state.open !== undefined);
	const scroller = useRef<HTMLDivElement>(null);
	const [follows, setFollows] = useState(true);
	const virtualizer = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW,
		getItemKey: (index) => rows[index]?.place ?? index,
		overscan: 10,
	});
	useEffect(() => {
		if (follows && rows.length > 0) virtualizer.scrollToIndex(rows.length - 1, { align: "end" });
	}, [rows, follows, virtualizer]);
	const onScroll = (): void => {
		const element = scroller.current;
		if (element === null) return;
		setFollows(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END);
	};
	return (
		<div className={styles["terminal"]}>
			<div
				ref={scroller}
				className={styles["scroller"]}
				role="log"
				aria-label="Terminal"
				aria-live="off"
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
				tabIndex={0}
				onScroll={onScroll}
			>
				{rows.length === 0 ? (
					<EmptyNote>
						{isOpen
							? "Open. What comes in stands here."
							: "Choose a line and open it. What it says stands here, what you send in between."}
					</EmptyNote>
				) : (
					<div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
						{virtualizer.getVirtualItems().map(({ index, start, key }) => {
							const row = rows[index];
							if (row === undefined) return null;
							return (
								<div
									key={key}
									ref={virtualizer.measureElement}
									data-index={index}
									data-direction={row.direction}
									className={styles["line"]}
									style={{ transform: `translateY(${start}px)` }}
								>
									<Line row={row} settings={settings} />
								</div>
							);
						})}
					</div>
				)}
			</div>
			{!follows && (
				<Button
					className={styles["follow"] ?? ""}
					size="xs"
					leftSection={<ArrowDown size={14} />}
					onClick={() => setFollows(true)}
				>
					Follow
				</Button>
			)}
		</div>
	);
}

interface LineProps {
	readonly row: TranscriptRow;
	readonly settings: SerialSettings;
}

function Line({ row, settings: { view, showsTimes, showsControls } }: LineProps) {
	const { direction, at, values } = row;
	return (
		<>
			{showsTimes && <span className={styles["time"]}>{timeOf(at)}</span>}
			<span className={styles["arrow"]} title={direction === "sent" ? "sent" : "received"}>
				{direction === "sent" ? "›" : " "}
			</span>
			{view === "text" ? (
				<span className={styles["text"]}>{readable(values, showsControls)}</span>
			) : (
				<>
					<span className={styles["hexes"]}>
						{values
							.map(hexByte)
							.join(" ")
							.padEnd(rowForms.hex.longest * 3)}
					</span>
					<span className={styles["chars"]}>{values.map(printable).join("")}</span>
				</>
			)}
		</>
	);
}

function timeOf(at: number): string {
	const date = new Date(at);
	return `${date.toLocaleTimeString("en-GB")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
