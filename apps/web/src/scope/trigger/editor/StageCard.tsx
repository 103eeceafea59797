import { type TriggerStage, triggerLimits } from "@gpioscope/protocol";
import { NativeSelect } from "@mantine/core";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { IconButton } from "../../../widgets/IconButton.tsx";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { firstChannel, likelyChannel } from "../triggerChannels.ts";
import { conditionKinds } from "../triggerKinds.ts";
import { ConditionEditor } from "./ConditionEditor.tsx";
import styles from "./editor.module.css";
import { TimeField } from "./TimeField.tsx";

interface Props {
	readonly stage: TriggerStage;
	/** From 0. */
	readonly index: number;
	/** How many stages the trigger has. */
	readonly count: number;
	readonly channels: readonly number[];
	readonly onChange: (stage: TriggerStage) => void;
	readonly onMove: (by: 1 | -1) => void;
	readonly onRemove: () => void;
}

/** One stage of a trigger: what must happen, how often, and how soon after the stage before it. */
export function StageCard({ stage, index, count, channels, onChange, onMove, onRemove }: Props) {
	const { condition } = stage;
	const number = index + 1;
	return (
		<fieldset className={styles["card"]} aria-label={`Stage ${number}`}>
			<div className={styles["cardHead"]}>
				<span className={styles["ordinal"]}>{index === 0 ? "When" : "Then"}</span>
				<NativeSelect
					aria-label={`What stage ${number} waits for`}
					size="xs"
					value={condition.kind}
					data={conditionKinds.map(({ id, label }) => ({ value: id, label }))}
					onChange={(event) => {
						const kind = conditionKinds.find(({ id }) => id === event.currentTarget.value);
						if (kind === undefined) return;
						const channel = "channel" in condition ? condition.channel : (likelyChannel() ?? firstChannel());
						onChange({ ...stage, condition: kind.create(channel) });
					}}
				/>
				<span className={styles["space"]} />
				{count > 1 && (
					<>
						<IconButton
							icon={ArrowUp}
							size="xs"
							label={`Stage ${number} earlier`}
							disabled={index === 0}
							onClick={() => onMove(-1)}
						/>
						<IconButton
							icon={ArrowDown}
							size="xs"
							label={`Stage ${number} later`}
							disabled={index === count - 1}
							onClick={() => onMove(1)}
						/>
						<IconButton icon={X} size="xs" label={`Remove stage ${number}`} onClick={onRemove} />
					</>
				)}
			</div>
			<ConditionEditor
				condition={condition}
				channels={channels}
				onChange={(changed) => onChange({ ...stage, condition: changed })}
			/>
			<div className={styles["row"]}>
				<NumberField
					label={`Times of stage ${number}`}
					value={stage.count}
					min={1}
					max={triggerLimits.count}
					width={72}
					onChange={(times) => onChange({ ...stage, count: times })}
				/>
				<span className={styles["label"]}>{stage.count === 1 ? "time" : "times"}</span>
				{index > 0 && (
					<>
						<span className={styles["label"]}>within</span>
						<TimeField
							label={`Stage ${number} within`}
							value={stage.within}
							placeholder="any time"
							width={104}
							onChange={(within) => onChange(withWithin(stage, within))}
						/>
						<span className={styles["label"]}>of stage {index}</span>
					</>
				)}
			</div>
		</fieldset>
	);
}

function withWithin({ condition, count }: TriggerStage, within: number | undefined): TriggerStage {
	return within === undefined ? { condition, count } : { condition, count, within };
}
