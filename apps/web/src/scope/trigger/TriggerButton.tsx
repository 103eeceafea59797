import { Tooltip } from "@mantine/core";
import { Zap } from "lucide-react";
import { useStore } from "zustand";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import { PanelPopover } from "../../widgets/PanelPopover.tsx";
import { useTriggerState } from "./currentTriggerState.ts";
import { closeTriggers, openTriggers, panelStore } from "./panelStore.ts";
import { statusStore } from "./statusStore.ts";
import { TriggerPanel } from "./TriggerPanel.tsx";
import styles from "./trigger.module.css";
import { toggleAction } from "./triggerActions.ts";
import { countsText } from "./triggerState.ts";
import { useTriggers } from "./triggerStore.ts";

/** CSS pixels. */
const LIST_WIDTH = 360;
const EDITOR_WIDTH = 460;

/** Says what the triggers are doing, and opens them. */
export function TriggerButton() {
	const triggers = useTriggers();
	const status = useStore(statusStore);
	const { isOpen, editing } = useStore(panelStore);
	const { text, tone } = useTriggerState();
	const counts = countsText(triggers, status);
	return (
		<PanelPopover
			label="Triggers"
			isOpen={isOpen}
			onClose={closeTriggers}
			width={editing === undefined ? LIST_WIDTH : EDITOR_WIDTH}
			className={styles["dropdown"]}
			target={
				<button
					type="button"
					className={styles["button"]}
					data-tone={tone}
					aria-label={text === undefined ? "Trigger" : `Trigger: ${text}`}
					onClick={() => (isOpen ? closeTriggers() : openTriggers())}
				>
					<Tooltip
						disabled={isOpen}
						label={
							<>
								{counts === "" ? "Wait for an edge, a pulse, a pattern" : counts}{" "}
								<ActionKeys action={toggleAction} />
							</>
						}
					>
						<span className={styles["buttonText"]}>
							<Zap size={14} />
							{text === undefined ? <span className={styles["word"]}>Trigger</span> : text}
						</span>
					</Tooltip>
				</button>
			}
		>
			<TriggerPanel />
		</PanelPopover>
	);
}
