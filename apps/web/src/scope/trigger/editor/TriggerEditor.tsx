import { triggerProblem } from "@gpioscope/logic";
import { type Trigger, type TriggerStage, triggerLimits } from "@gpioscope/protocol";
import { Button, Switch, TextInput } from "@mantine/core";
import { ChevronLeft, CircleAlert, Plus } from "lucide-react";
import { IconButton } from "../../../widgets/IconButton.tsx";
import { changeTrigger } from "../editTriggers.ts";
import { useSentence } from "../sentence.ts";
import { useTriggerChannels } from "../triggerChannels.ts";
import { WithoutPageSwitch } from "../withoutPage/WithoutPageSwitch.tsx";
import { ActionEditor } from "./ActionEditor.tsx";
import styles from "./editor.module.css";
import { StageCard } from "./StageCard.tsx";

interface Props {
	readonly trigger: Trigger;
	/** Back to the list. */
	readonly onBack: () => void;
}

/** Everything about one trigger; each change holds at once. */
export function TriggerEditor({ trigger, onBack }: Props) {
	const { number, stages } = trigger;
	const channels = useTriggerChannels(trigger);
	const sentence = useSentence(trigger);
	const problem = triggerProblem(trigger);
	const setStages = (changed: readonly TriggerStage[]): void => changeTrigger(number, { stages: changed });
	const move = (index: number, by: 1 | -1): void => {
		const moved = [...stages];
		const [stage] = moved.splice(index, 1);
		if (stage !== undefined) setStages(inOrder(moved.toSpliced(index + by, 0, stage)));
	};
	return (
		<div className={styles["editor"]}>
			<div className={styles["head"]}>
				<IconButton icon={ChevronLeft} size="xs" label="All triggers" onClick={onBack} />
				<span className={styles["flag"]}>T{number}</span>
				<TextInput
					aria-label={`Name of trigger ${number}`}
					placeholder={`Trigger ${number}`}
					maxLength={triggerLimits.name}
					className={styles["name"] ?? ""}
					value={trigger.name}
					onChange={(event) => changeTrigger(number, { name: event.currentTarget.value })}
				/>
				<Switch
					aria-label={`Trigger ${number}`}
					checked={trigger.enabled}
					disabled={problem !== undefined}
					onChange={(event) => changeTrigger(number, { enabled: event.currentTarget.checked })}
				/>
			</div>
			<p className={styles["sentence"]} aria-live="polite">
				{problem === undefined ? (
					sentence
				) : (
					<span className={styles["problem"]}>
						<CircleAlert size={14} />
						{problem}
					</span>
				)}
			</p>
			<div className={styles["cards"]}>
				{stages.map((stage, index) => (
					<StageCard
						// biome-ignore lint/suspicious/noArrayIndexKey: a stage is known by its place alone.
						key={index}
						stage={stage}
						index={index}
						count={stages.length}
						channels={channels}
						onChange={(changed) => setStages(stages.with(index, changed))}
						onMove={(by) => move(index, by)}
						onRemove={() => setStages(inOrder(stages.toSpliced(index, 1)))}
					/>
				))}
				<Button
					variant="subtle"
					size="xs"
					leftSection={<Plus size={14} />}
					disabled={stages.length >= triggerLimits.stages}
					onClick={() => setStages([...stages, { condition: { kind: "lines", lines: {} }, count: 1 }])}
				>
					Then something else
				</Button>
				<ActionEditor trigger={trigger} onChange={(action) => changeTrigger(number, { action })} />
				<WithoutPageSwitch trigger={trigger} />
			</div>
		</div>
	);
}

/** The first stage has none before it. */
function inOrder(stages: readonly TriggerStage[]): readonly TriggerStage[] {
	return stages.map(({ within, ...stage }, index) =>
		index === 0 || within === undefined ? stage : { ...stage, within },
	);
}
