import { formatSpan, groupDigits } from "@gpioscope/logic";
import { Download, Trash2, Upload, X } from "lucide-react";
import { useStore } from "zustand";
import { bridgeSegments, type FetchingSegment } from "../../../bridge/index.ts";
import { useConnection } from "../../../stores/connectionStore.ts";
import { byteText } from "../../../widgets/byteText.ts";
import { IconButton } from "../../../widgets/IconButton.tsx";
import table from "../../drawer/drawer.module.css";
import { clockLabel } from "../../view/tickLabels.ts";
import { canDelete, deleteSegments, exportSegment, fetchSegments, showSegment } from "../segmentDeeds.ts";
import type { ListedSegment } from "../segments.ts";
import { SegmentStrip } from "./SegmentStrip.tsx";
import styles from "./segments.module.css";

interface Props {
	readonly segment: ListedSegment;
	/** For those who do not see the list, from 1. */
	readonly row: number;
	readonly isShown: boolean;
}

/** One segment: shown by a click anywhere on its row, which fetches it first where it is only on gpioscope. */
export function SegmentRow({ segment, row, isShown }: Props) {
	const { name, trigger, at, micros, changes, here, kept } = segment;
	const fetching = useStore(bridgeSegments.store, (state) =>
		kept === undefined ? undefined : state.fetching.get(kept.segment),
	);
	const isOpen = useConnection((state) => state.socket.kind === "open");
	const mayDelete = useConnection(() => canDelete(segment));
	return (
		<tr className={styles["row"]} aria-rowindex={row} data-shown={isShown || undefined}>
			<td>
				<button
					type="button"
					className={styles["show"]}
					aria-current={isShown || undefined}
					onClick={() => showSegment(segment)}
				>
					<span className={styles["flag"]} aria-hidden="true">
						T{trigger}
					</span>
					{name}
				</button>
			</td>
			<td data-align="right">{at === undefined ? "–" : clockLabel(at, 1)}</td>
			<td data-align="right" data-wide>
				{formatSpan(micros)}
			</td>
			<td data-align="right" data-wide>
				{groupDigits(changes, 0)}
			</td>
			<td data-grow data-wide data-weak={here === undefined || undefined}>
				{here !== undefined ? (
					<SegmentStrip segment={here} />
				) : fetching !== undefined ? (
					<Progress fetching={fetching} name={name} />
				) : (
					kept !== undefined && `Only on gpioscope, ${byteText(kept.bytes)}`
				)}
			</td>
			<td className={styles["tools"]}>
				<div className={table["tools"]}>
					{here === undefined &&
						kept !== undefined &&
						(fetching === undefined ? (
							<IconButton
								icon={Download}
								size="xs"
								label={`Fetch ${name}`}
								disabled={!isOpen}
								onClick={() => fetchSegments([segment])}
							/>
						) : (
							<IconButton
								icon={X}
								size="xs"
								label={`Stop fetching ${name}`}
								onClick={() => bridgeSegments.cancel(kept.segment)}
							/>
						))}
					<IconButton
						icon={Upload}
						size="xs"
						label={`Export ${name}`}
						onClick={() => exportSegment(segment)}
					/>
					<IconButton
						icon={Trash2}
						size="xs"
						label={`Delete ${name}`}
						disabled={!mayDelete}
						onClick={() => deleteSegments([segment])}
					/>
				</div>
			</td>
		</tr>
	);
}

interface ProgressProps {
	readonly fetching: FetchingSegment;
	readonly name: string;
}

function Progress({ fetching: { done, total }, name }: ProgressProps) {
	return (
		<span className={styles["progress"]}>
			<progress aria-label={`Fetching ${name}`} value={done} max={Math.max(1, total)} />
			{done === 0 ? "waits" : `${byteText(done)} of ${byteText(total)}`}
		</span>
	);
}
