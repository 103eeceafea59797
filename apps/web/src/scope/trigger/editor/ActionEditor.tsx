import { type Trigger, type TriggerAction, triggerLimits } from "@gpioscope/protocol";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { Segments } from "../../../widgets/Segments.tsx";
import { usualAction } from "../triggerKinds.ts";
import styles from "./editor.module.css";
import { LengthEditor } from "./LengthEditor.tsx";
import { PositionBar } from "./PositionBar.tsx";

interface Props {
	readonly trigger: Trigger;
	readonly onChange: (action: TriggerAction) => void;
}

const KINDS: readonly {
	readonly value: TriggerAction["kind"];
	readonly label: string;
	readonly hint: string;
}[] = [
	{ value: "count", label: "Count", hint: "Hits are counted and marked; the view goes on." },
	{
		value: "pause",
		label: "Pause",
		hint: "The view stops at the hit; the capture goes on. Live arms it again.",
	},
	{
		value: "segment",
		label: "Keep segments",
		hint: "What lies around every hit is kept as a segment, and the trigger is armed again.",
	},
];

/** Segments that are kept unless a person says how many. */
const USUAL_SEGMENTS = 50;

/** What happens at a hit. */
export function ActionEditor({ trigger: { number, action }, onChange }: Props) {
	return (
		<fieldset className={styles["card"]} aria-label="What happens at a hit">
			<div className={styles["cardHead"]}>
				<span className={styles["ordinal"]}>At a hit</span>
				<Segments
					label="At a hit"
					segments={KINDS}
					value={action.kind}
					size="bar"
					fit
					onPick={(kind) => onChange(actionOf(kind, action))}
				/>
			</div>
			<p className={styles["hint"]}>{KINDS.find(({ value }) => value === action.kind)?.hint}</p>
			{action.kind !== "count" && (
				<>
					<LengthEditor length={action.length} onChange={(length) => onChange({ ...action, length })} />
					<PositionBar
						position={action.position}
						length={action.length}
						number={number}
						onChange={(position) => onChange({ ...action, position })}
					/>
				</>
			)}
			{action.kind === "segment" && (
				<div className={styles["row"]}>
					<span className={styles["label"]}>Keep the newest</span>
					<NumberField
						label="Segments to keep"
						value={action.keep}
						min={1}
						max={triggerLimits.keep}
						width={72}
						onChange={(keep) => onChange({ ...action, keep })}
					/>
					<span className={styles["label"]}>{action.keep === 1 ? "segment" : "segments"}</span>
				</div>
			)}
		</fieldset>
	);
}

/** An action of another kind, with as much of the present one as it can have. */
function actionOf(kind: TriggerAction["kind"], before: TriggerAction): TriggerAction {
	if (kind === "count") return { kind };
	const { length, position } = before.kind === "count" ? usualAction : before;
	if (kind === "pause") return { kind, length, position };
	return { kind, length, position, keep: USUAL_SEGMENTS };
}
