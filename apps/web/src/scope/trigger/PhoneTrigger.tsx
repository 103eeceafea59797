import { Drawer } from "@mantine/core";
import { Zap } from "lucide-react";
import { useStore } from "zustand";
import { useTriggerState } from "./currentTriggerState.ts";
import { SegmentsTab } from "./drawer/SegmentsTab.tsx";
import { useListedSegments } from "./drawer/useListedSegments.ts";
import { closeTriggers, openTriggers, panelStore } from "./panelStore.ts";
import { TriggerPanel } from "./TriggerPanel.tsx";
import styles from "./trigger.module.css";

/** The triggers of the phone: a button that says what they are doing, and a sheet. */
export function PhoneTrigger() {
	const isOpen = useStore(panelStore, (state) => state.isOpen);
	const { text, tone } = useTriggerState();
	return (
		<>
			<button type="button" className={styles["phoneButton"]} data-tone={tone} onClick={() => openTriggers()}>
				<Zap size={20} />
				{text ?? "Trigger"}
			</button>
			<Drawer
				opened={isOpen}
				onClose={closeTriggers}
				position="bottom"
				size="80%"
				radius="xl"
				title="Triggers"
			>
				<TriggerPanel />
				<PhoneSegments />
			</Drawer>
		</>
	);
}

/** What triggers have kept, below them; nothing while that is nothing, or one of them is edited. */
function PhoneSegments() {
	const isEditing = useStore(panelStore, (state) => state.editing !== undefined);
	const segments = useListedSegments();
	if (isEditing || segments.length === 0) return null;
	return (
		<section className={styles["kept"]} aria-label="Segments">
			<SegmentsTab />
		</section>
	);
}
