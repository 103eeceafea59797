import { GripVertical } from "lucide-react";
import { dragLane } from "./dragLane.ts";
import type { LanePlace } from "./laneGroups.ts";
import styles from "./lanes.module.css";

/** Takes hold of a lane or group to order it. */
export function Grip({ place }: { readonly place: LanePlace }) {
	return (
		<button
			type="button"
			tabIndex={-1}
			className={styles["grip"]}
			aria-label="Drag to order"
			title="Drag to order (Alt ↑ ↓)"
			onClick={(event) => event.stopPropagation()}
			onDoubleClick={(event) => event.stopPropagation()}
			onPointerDown={(event) => dragLane(event, place)}
		>
			<GripVertical size={12} />
		</button>
	);
}
