import { useEffect } from "react";
import { FileSection } from "../files/FileSection.tsx";
import { TriggerSection } from "../trigger/TriggerSection.tsx";
import { DistanceSection } from "./DistanceSection.tsx";
import { LaneSection } from "./LaneSection.tsx";
import { StretchSection } from "./StretchSection.tsx";
import { startStretch } from "./stretchStore.ts";

/** The distance of the cursors, what the lanes did between them, and the selected lane. */
export function ScopeInspector() {
	useEffect(startStretch, []);
	return (
		<>
			<DistanceSection />
			<StretchSection />
			<LaneSection />
			<TriggerSection />
			<FileSection />
		</>
	);
}
