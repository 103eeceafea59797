import { Button } from "@mantine/core";
import { Layers } from "lucide-react";
import { EmptyNote } from "../../../widgets/EmptyNote.tsx";
import table from "../../drawer/drawer.module.css";
import { openTriggers } from "../panelStore.ts";
import { SegmentRows } from "./SegmentRows.tsx";
import { SegmentsBar } from "./SegmentsBar.tsx";
import { useListedSegments } from "./useListedSegments.ts";

/** Everything that triggers kept, newest last; a click shows it. */
export function SegmentsTab() {
	const segments = useListedSegments();
	if (segments.length === 0) {
		return (
			<EmptyNote
				icon={Layers}
				action={
					<Button size="xs" onClick={() => openTriggers()}>
						Triggers
					</Button>
				}
			>
				No segment yet. A trigger that keeps segments puts here what lies around each of its hits.
			</EmptyNote>
		);
	}
	return (
		<div className={table["tab"]}>
			<SegmentsBar segments={segments} />
			<SegmentRows segments={segments} />
		</div>
	);
}

/** How many segments there are. */
export function SegmentsCount() {
	return <>{useListedSegments().length}</>;
}
