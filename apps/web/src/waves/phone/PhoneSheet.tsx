import { edgesOfPulse, groupDigits, moveEdges, parseTime, selectedPulses } from "@gpioscope/logic";
import { ChevronLeft, ChevronRight, Trash2 } from "lucide-react";
import { IconButton } from "../../widgets/IconButton.tsx";
import { NumberField } from "../../widgets/NumberField.tsx";
import { commit, deleteSelection, nudge } from "../model/editing.ts";
import { editorStore, shownEdit, useEditor } from "../model/editorStore.ts";
import { PlayControls } from "../toolbar/PlayControls.tsx";
import styles from "./PhoneSheet.module.css";

/** At the foot on a phone: the selected pulse's exact times, and playing. */
export function PhoneSheet() {
	return (
		<div className={styles["sheet"]}>
			<SelectionStrip />
			<div className={styles["play"]}>
				<PlayControls isLarge />
			</div>
		</div>
	);
}

function SelectionStrip() {
	const { document, selection } = useEditor(shownEdit);
	const pulses = selectedPulses(document, selection);
	const [pulse] = pulses;
	if (pulse === undefined || pulses.length > 1) return null;
	const edges = edgesOfPulse(pulse);
	const width = pulse.end - pulse.start;
	const shared = {
		min: 0,
		max: document.length,
		unit: "µs",
		parse: parseTime,
		format: (value: number) => groupDigits(value, 0),
		large: true,
	};
	return (
		<div className={styles["strip"]}>
			<IconButton size="lg" icon={ChevronLeft} label="Move left by the grid" onClick={() => nudge(-1)} />
			<div>
				<span className={styles["caption"]}>Start</span>
				<NumberField
					{...shared}
					label="Start"
					value={pulse.start}
					onChange={(time) => move(edges, time - pulse.start)}
				/>
			</div>
			<div>
				<span className={styles["caption"]}>Width</span>
				<NumberField
					{...shared}
					label="Width"
					value={width}
					disabled={pulse.isOpen}
					onChange={(next) => move(edges.slice(1), next - width)}
				/>
			</div>
			<IconButton size="lg" icon={ChevronRight} label="Move right by the grid" onClick={() => nudge(1)} />
			<IconButton size="lg" icon={Trash2} label="Delete the pulse" onClick={deleteSelection} />
		</div>
	);
}

function move(edges: ReturnType<typeof edgesOfPulse>, by: number): void {
	const { document, selection } = editorStore.getState().history.present;
	commit({ document: moveEdges(document, edges, by), selection });
}
