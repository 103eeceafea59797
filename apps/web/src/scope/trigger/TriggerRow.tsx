import { groupDigits, type Trigger, triggerProblem } from "@gpioscope/logic";
import { ActionIcon, Menu, Switch } from "@mantine/core";
import { Copy, Ellipsis, Eraser, Pencil, Search, Trash2 } from "lucide-react";
import { useStore } from "zustand";
import { changeTrigger, duplicateTrigger, hasRoom, removeTrigger } from "./editTriggers.ts";
import { openTriggers } from "./panelStore.ts";
import { useSentence } from "./sentence.ts";
import { hitsOf, statusStore } from "./statusStore.ts";
import { findLastHit } from "./stepToHit.ts";
import styles from "./trigger.module.css";
import { clearCounts } from "./triggerFeed.ts";

interface Props {
	readonly trigger: Trigger;
	/** Its hits in the capture on view, when that is not the live one. */
	readonly shownHits: number | undefined;
}

/** One trigger of the list: on or off, what it waits for, how often it has happened. */
export function TriggerRow({ trigger, shownHits }: Props) {
	const { number } = trigger;
	const hits = useStore(statusStore, (state) => hitsOf(state, number));
	const sentence = useSentence(trigger);
	const problem = triggerProblem(trigger);
	const edit = (): void => openTriggers(number);
	return (
		<li className={styles["row"]}>
			<Switch
				aria-label={`Trigger ${number}`}
				aria-describedby={problem === undefined ? undefined : `trigger-problem-${number}`}
				checked={trigger.enabled}
				disabled={problem !== undefined}
				onChange={(event) => changeTrigger(number, { enabled: event.currentTarget.checked })}
			/>
			<button type="button" className={styles["words"]} onClick={edit} aria-label={`Edit trigger ${number}`}>
				<span className={styles["title"]}>
					<span className={styles["tag"]} data-on={trigger.enabled || undefined}>
						T{number}
					</span>
					{trigger.name}
				</span>
				<span
					className={styles["sentence"]}
					id={problem === undefined ? undefined : `trigger-problem-${number}`}
					data-problem={problem !== undefined || undefined}
				>
					{problem ?? sentence}
				</span>
			</button>
			<span className={styles["count"]} title={`Hits of trigger ${number}`}>
				{groupDigits(shownHits ?? hits, 0)}
			</span>
			<Menu position="bottom-end">
				<Menu.Target>
					<ActionIcon size="xs" aria-label={`More for trigger ${number}`}>
						<Ellipsis size={16} />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item leftSection={<Pencil size={14} />} onClick={edit}>
						Edit
					</Menu.Item>
					<Menu.Item
						leftSection={<Copy size={14} />}
						disabled={!hasRoom()}
						onClick={() => duplicateTrigger(number)}
					>
						Duplicate
					</Menu.Item>
					<Menu.Item
						leftSection={<Search size={14} />}
						disabled={problem !== undefined}
						onClick={() => findLastHit(number)}
					>
						Show its last hit
					</Menu.Item>
					<Menu.Item
						leftSection={<Eraser size={14} />}
						disabled={hits === 0}
						onClick={() => clearCounts([number])}
					>
						Clear count
					</Menu.Item>
					<Menu.Divider />
					<Menu.Item leftSection={<Trash2 size={14} />} onClick={() => removeTrigger(number)}>
						Delete
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
		</li>
	);
}
