import { ChevronLeft, ChevronRight } from "lucide-react";
import { useStore } from "zustand";
import { capturesStore } from "../../bridge/index.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { segmentsOf, stepSegment } from "./segments.ts";

/** In the header while a segment is on screen: to its neighbours. */
export function SegmentSteps() {
	const place = useStore(capturesStore, ({ entries, shown }) => {
		const segments = segmentsOf(entries);
		const at = segments.findIndex((segment) => segment.id === shown);
		return at < 0 ? undefined : at === 0 ? "first" : at === segments.length - 1 ? "last" : "between";
	});
	if (place === undefined) return null;
	return (
		<span>
			<IconButton
				icon={ChevronLeft}
				label="Segment before"
				disabled={place === "first"}
				onClick={() => stepSegment(-1)}
			/>
			<IconButton
				icon={ChevronRight}
				label="Segment after"
				disabled={place === "last"}
				onClick={() => stepSegment(1)}
			/>
		</span>
	);
}
