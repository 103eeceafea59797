import { groupDigits } from "@gpioscope/logic";
import { Button, Popover, Tooltip } from "@mantine/core";
import { ChevronLeft, ChevronRight, Download, Radio, X } from "lucide-react";
import { useStore } from "zustand";
import {
	bridgeSegments,
	bridgeTriggersStore,
	capturesStore,
	MOST_SEGMENT_CHANGES,
} from "../../../bridge/index.ts";
import { useConnection } from "../../../stores/connectionStore.ts";
import { byteText } from "../../../widgets/byteText.ts";
import { IconButton } from "../../../widgets/IconButton.tsx";
import table from "../../drawer/drawer.module.css";
import { countText } from "../../minimap/countText.ts";
import { scopeStore } from "../../scopeStore.ts";
import { canDelete, deleteSegments, fetchSegments, stepSegment } from "../segmentDeeds.ts";
import type { ListedSegment } from "../segments.ts";
import styles from "./segments.module.css";

interface Props {
	readonly segments: readonly ListedSegment[];
}

/** From segment to segment, and what can be done to all of them. */
export function SegmentsBar({ segments }: Props) {
	const shown = useStore(capturesStore, (state) => state.shown);
	const at = segments.findIndex(({ here }) => here?.id === shown);
	return (
		<div className={table["bar"]}>
			<IconButton
				icon={ChevronLeft}
				size="xs"
				label="Segment before"
				disabled={at === 0}
				onClick={() => stepSegment(-1)}
			/>
			<IconButton
				icon={ChevronRight}
				size="xs"
				label="Segment after"
				disabled={at === segments.length - 1}
				onClick={() => stepSegment(1)}
			/>
			<Button
				size="xs"
				variant="subtle"
				leftSection={<Radio size={14} />}
				disabled={at < 0}
				onClick={() => scopeStore.getState().live()}
			>
				Back to live
			</Button>
			<span className={table["space"]} />
			<Room />
			<FetchAll segments={segments} />
			<DeleteAll segments={segments} />
		</div>
	);
}

/** How much gpioscope keeps, and how much it would; nothing while it keeps none. */
function Room() {
	const kept = useStore(bridgeTriggersStore, ({ segments }) => segments);
	const limits = useStore(bridgeTriggersStore, (state) => state.limits);
	if (limits === undefined || kept.length === 0) return null;
	const bytes = kept.reduce((sum, segment) => sum + segment.bytes, 0);
	return (
		<Tooltip
			multiline
			w={280}
			label={`Beyond either the oldest go, and all of them when gpioscope stops. This page itself keeps segments of ${countText(MOST_SEGMENT_CHANGES)} changes in all, until it is closed.`}
		>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what it means is said by its tip. */}
			<span className={styles["room"]} tabIndex={0}>
				gpioscope keeps <b>{groupDigits(kept.length, 0)}</b> of {groupDigits(limits.segments, 0)},{" "}
				<b>{byteText(bytes)}</b> of {byteText(limits.bytes)}
			</span>
		</Tooltip>
	);
}

/** Stays while gpioscope keeps any: what has just been kept there is here a moment later. */
function FetchAll({ segments }: Props) {
	const isFetching = useStore(bridgeSegments.store, ({ fetching }) => fetching.size > 0);
	const isOpen = useConnection((state) => state.socket.kind === "open");
	if (!segments.some(({ kept }) => kept !== undefined)) return null;
	if (isFetching)
		return (
			<Button
				size="xs"
				variant="subtle"
				leftSection={<X size={14} />}
				onClick={() => bridgeSegments.cancel()}
			>
				Stop fetching
			</Button>
		);
	const missing = segments.filter(({ here }) => here === undefined);
	const bytes = missing.reduce((sum, { kept }) => sum + (kept?.bytes ?? 0), 0);
	return (
		<Tooltip
			label={
				missing.length === 0
					? "All of them are here"
					: `${groupDigits(missing.length, 0)} only on gpioscope, ${byteText(bytes)}`
			}
		>
			<Button
				size="xs"
				variant="subtle"
				leftSection={<Download size={14} />}
				disabled={!isOpen || missing.length === 0}
				onClick={() => fetchSegments(missing)}
			>
				Fetch all
			</Button>
		</Tooltip>
	);
}

function DeleteAll({ segments }: Props) {
	const isViewer = useConnection((state) => state.role === "viewer");
	const those = segments.filter(canDelete);
	return (
		<Popover width={240} position="top-end" trapFocus>
			<Popover.Target>
				<Button size="xs" variant="subtle" disabled={those.length === 0}>
					Clear all
				</Button>
			</Popover.Target>
			<Popover.Dropdown>
				<p className={styles["question"]}>{question(those, isViewer)}</p>
				<Button size="xs" variant="danger" onClick={() => deleteSegments(those)}>
					Delete
				</Button>
			</Popover.Dropdown>
		</Popover>
	);
}

function question(segments: readonly ListedSegment[], isViewer: boolean): string {
	const what = segments.length === 1 ? "the segment" : `all ${groupDigits(segments.length, 0)} segments`;
	const foreign = segments.filter(({ owner }) => owner !== undefined).length;
	if (isViewer) return `Delete ${what} of this page? What gpioscope keeps stays.`;
	const isShared = segments.some(({ kept }) => kept !== undefined);
	if (!isShared) return `Delete ${what}?`;
	const whose = foreign === 0 ? "" : ` ${groupDigits(foreign, 0)} of them somebody else's.`;
	return `Delete ${what}, on gpioscope and for all pages?${whose}`;
}
