import type { TriggerCondition } from "@gpioscope/logic";
import { ChannelSelect } from "./ChannelSelect.tsx";
import styles from "./editor.module.css";
import { LevelChoice } from "./LevelChoice.tsx";
import { LinesEditor } from "./LinesEditor.tsx";
import { TimeField } from "./TimeField.tsx";

interface Props<C extends TriggerCondition = TriggerCondition> {
	readonly condition: C;
	readonly channels: readonly number[];
	readonly onChange: (condition: TriggerCondition) => void;
}

/** What a stage waits for. */
export function ConditionEditor({ condition, ...rest }: Props) {
	switch (condition.kind) {
		case "lines":
			return <LinesEditor condition={condition} {...rest} />;
		case "pulse":
			return <PulseEditor condition={condition} {...rest} />;
		case "timeout":
			return <TimeoutEditor condition={condition} {...rest} />;
	}
}

type OfOneLine = Extract<TriggerCondition, { channel: number }>;

/** Which line, and which of its levels. */
function LineAndLevel({ condition, channels, onChange }: Props<OfOneLine>) {
	return (
		<div className={styles["row"]}>
			<ChannelSelect
				channel={condition.channel}
				channels={channels}
				onChange={(channel) => onChange({ ...condition, channel })}
			/>
			<LevelChoice level={condition.level} onChange={(level) => onChange({ ...condition, level })} />
		</div>
	);
}

function PulseEditor({ condition, channels, onChange }: Props<Extract<TriggerCondition, { kind: "pulse" }>>) {
	const { min, max, ...rest } = condition;
	const setLimits = (limits: { min?: number | undefined; max?: number | undefined }): void =>
		onChange({
			...rest,
			...(limits.min === undefined ? {} : { min: limits.min }),
			...(limits.max === undefined ? {} : { max: limits.max }),
		});
	return (
		<>
			<LineAndLevel condition={condition} channels={channels} onChange={onChange} />
			<div className={styles["row"]}>
				<span className={styles["label"]}>Width from</span>
				<TimeField
					label="Least width"
					value={min}
					placeholder="any"
					width={104}
					onChange={(value) => setLimits({ min: value, max })}
				/>
				<span className={styles["label"]}>to</span>
				<TimeField
					label="Greatest width"
					value={max}
					placeholder="any"
					width={104}
					onChange={(value) => setLimits({ min, max: value })}
				/>
			</div>
		</>
	);
}

function TimeoutEditor({
	condition,
	channels,
	onChange,
}: Props<Extract<TriggerCondition, { kind: "timeout" }>>) {
	return (
		<>
			<LineAndLevel condition={condition} channels={channels} onChange={onChange} />
			<div className={styles["row"]}>
				<span className={styles["label"]}>No edge for</span>
				<TimeField
					label="Time without an edge"
					value={condition.after}
					width={104}
					onChange={(after) => {
						if (after !== undefined) onChange({ ...condition, after });
					}}
				/>
			</div>
		</>
	);
}
