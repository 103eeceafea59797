import {
	alignPulses,
	edgesOfPulse,
	formatSpan,
	groupDigits,
	invertTrack,
	isSelected,
	moveEdges,
	type PulseRef,
	parseTime,
	selectedPulses,
	spanOf,
	trackOf,
	type WaveDocument,
} from "@gpioscope/logic";
import { Button, Menu } from "@mantine/core";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import { trackName } from "../model/describeSelection.ts";
import { change, commit, currentDocument } from "../model/editing.ts";
import { editorStore, gridOf, shownEdit, useEditor } from "../model/editorStore.ts";
import styles from "./Inspector.module.css";
import { RepeatPopover } from "./RepeatPopover.tsx";

const whole = (value: number): string => groupDigits(value, 0);

/** The selected pulse or pulses, with their exact times. */
export function SelectionSection() {
	const { document, selection } = useEditor(shownEdit);
	const pulses = selectedPulses(document, selection);
	const [pulse] = pulses;
	if (pulse === undefined) return null;
	return (
		<Section title="Selection" aside={titleOf(document, pulses)}>
			{pulses.length === 1 ? <OnePulse pulse={pulse} /> : <ManyPulses pulses={pulses} />}
			<div className={styles["buttons"]}>
				<Button size="xs" onClick={invert} title="Inverts the whole tracks of the selection">
					Invert
				</Button>
				<RepeatPopover />
				<Menu>
					<Menu.Target>
						<Button size="xs">Align</Button>
					</Menu.Target>
					<Menu.Dropdown>
						<Menu.Item onClick={() => align("starts")}>Starts to the earliest start</Menu.Item>
						<Menu.Item onClick={() => align("ends")}>Ends to the latest end</Menu.Item>
						<Menu.Item onClick={() => align("grid")}>Starts to the grid</Menu.Item>
					</Menu.Dropdown>
				</Menu>
			</div>
		</Section>
	);
}

function OnePulse({ pulse }: { readonly pulse: PulseRef }) {
	const { length, selection } = useEditor((state) => ({
		length: shownEdit(state).document.length,
		selection: shownEdit(state).selection,
	}));
	const edges = edgesOfPulse(pulse);
	const [first, last] = edges;
	const isActive = (edge: (typeof edges)[number] | undefined): boolean =>
		edge !== undefined && selection.length === 1 && isSelected(selection, edge);
	const width = pulse.end - pulse.start;
	return (
		<div className={styles["fields"]}>
			<span>Start</span>
			<div id="wave-field-start" data-active={isActive(first) || undefined} className={styles["field"]}>
				<NumberField
					label="Start"
					value={pulse.start}
					min={0}
					max={length}
					unit="µs"
					format={whole}
					parse={parseTime}
					onChange={(time) => move([first], time - pulse.start)}
				/>
			</div>
			<span>End</span>
			<div id="wave-field-end" data-active={isActive(last) || undefined} className={styles["field"]}>
				<NumberField
					label="End"
					value={pulse.end}
					min={0}
					max={length}
					unit="µs"
					disabled={last === undefined}
					format={whole}
					parse={parseTime}
					onChange={(time) => move([last], time - pulse.end)}
				/>
			</div>
			<span>Width</span>
			<div className={styles["field"]}>
				<NumberField
					label="Width"
					value={width}
					min={1}
					max={length}
					unit="µs"
					disabled={last === undefined}
					format={whole}
					parse={parseTime}
					onChange={(next) => move([last], next - width)}
				/>
			</div>
		</div>
	);
}

function ManyPulses({ pulses }: { readonly pulses: readonly PulseRef[] }) {
	const length = useEditor((state) => shownEdit(state).document.length);
	const span = spanOf(pulses) ?? { from: 0, to: 0 };
	return (
		<div className={styles["fields"]}>
			<span>Start</span>
			<div id="wave-field-start" className={styles["field"]}>
				<NumberField
					label="Start"
					value={span.from}
					min={0}
					max={length}
					unit="µs"
					format={whole}
					parse={parseTime}
					onChange={(time) => move(pulses.flatMap(edgesOfPulse), time - span.from)}
				/>
			</div>
			<span>Span</span>
			<span className={styles["value"]}>{formatSpan(span.to - span.from)}</span>
		</div>
	);
}

function titleOf(document: WaveDocument, pulses: readonly PulseRef[]): string {
	const [first] = pulses;
	const gpios = new Set(pulses.map((pulse) => pulse.gpio));
	const track = first === undefined ? undefined : trackOf(document, first.gpio);
	const where =
		gpios.size === 1 && track !== undefined ? `on ${trackName(track)}` : `on ${gpios.size} tracks`;
	return pulses.length === 1 ? `pulse ${where}` : `${pulses.length} pulses ${where}`;
}

function move(edges: readonly ({ gpio: number; index: number } | undefined)[], by: number): void {
	const { document, selection } = editorStore.getState().history.present;
	const moved = edges.filter((edge) => edge !== undefined);
	commit({ document: moveEdges(document, moved, by), selection });
}

function invert(): void {
	const { document, selection } = editorStore.getState().history.present;
	const gpios = new Set(selection.map((edge) => edge.gpio));
	commit({ document: [...gpios].reduce(invertTrack, document), selection });
}

function align(to: "starts" | "ends" | "grid"): void {
	const state = editorStore.getState();
	change(() => alignPulses(currentDocument(), state.history.present.selection, to, gridOf(state)));
}
