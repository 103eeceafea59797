import { groupDigits, type Trigger } from "@gpioscope/logic";
import { Switch } from "@mantine/core";
import { Zap } from "lucide-react";
import { useStore } from "zustand";
import { Chip } from "../../widgets/Chip.tsx";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import { changeTrigger } from "./editTriggers.ts";
import { openTriggers } from "./panelStore.ts";
import { afterwards, consequence, useSentence } from "./sentence.ts";
import { hitsOf, statusStore } from "./statusStore.ts";
import styles from "./trigger.module.css";
import { useTriggers } from "./triggerStore.ts";

/** In the inspector: the triggers that are switched on, and the one that paused the view. */
export function TriggerSection() {
	const triggers = useTriggers();
	const pausedBy = useStore(statusStore, (state) => state.pausedBy?.trigger);
	return triggers
		.filter((trigger) => trigger.enabled || trigger.number === pausedBy)
		.map((trigger) => <OneTrigger key={trigger.number} trigger={trigger} />);
}

function OneTrigger({ trigger }: { readonly trigger: Trigger }) {
	const { number, name, enabled } = trigger;
	const hits = useStore(statusStore, (state) => hitsOf(state, number));
	const sentence = useSentence(trigger);
	return (
		<Section
			title={
				<button type="button" className={styles["sectionTitle"]} onClick={() => openTriggers(number)}>
					<Zap size={14} />
					{name === "" ? `Trigger ${number}` : name}
					{hits > 0 && (
						<Chip tone="attention">{hits === 1 ? "Hit once" : `Hit ${groupDigits(hits, 0)} times`}</Chip>
					)}
				</button>
			}
			aside={
				<Switch
					aria-label={`Trigger ${number} in the inspector`}
					checked={enabled}
					onChange={(event) => changeTrigger(number, { enabled: event.currentTarget.checked })}
				/>
			}
		>
			<KeyValues
				rows={[
					["When", sentence],
					["Then", consequence(trigger.action)],
					["Again", afterwards(trigger.action)],
				]}
			/>
		</Section>
	);
}
