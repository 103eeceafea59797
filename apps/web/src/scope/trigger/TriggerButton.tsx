import { Popover, Tooltip } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import { Zap } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useStore } from "zustand";
import { Kbd } from "../../widgets/Kbd.tsx";
import { useTriggerState } from "./currentTriggerState.ts";
import { closeTriggers, openTriggers, panelStore } from "./panelStore.ts";
import { statusStore } from "./statusStore.ts";
import { TriggerPanel } from "./TriggerPanel.tsx";
import styles from "./trigger.module.css";
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
	const [button, setButton] = useState<HTMLElement | null>(null);
	const [dropdown, setDropdown] = useState<HTMLElement | null>(null);
	const { text, tone } = useTriggerState();
	const counts = countsText(triggers, status);
	useClickOutside(
		({ target }) => {
			if (!isInMenu(target)) closeTriggers();
		},
		null,
		[button, dropdown],
		isOpen,
	);
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.key === "Escape" && !isInMenu(event.target)) closeTriggers();
	};
	return (
		<Popover
			opened={isOpen}
			onChange={(opened) => {
				if (!opened) closeTriggers();
			}}
			closeOnClickOutside={false}
			closeOnEscape={false}
			width={editing === undefined ? LIST_WIDTH : EDITOR_WIDTH}
			position="bottom-start"
			trapFocus
			returnFocus
			withRoles={false}
		>
			<Popover.Target>
				<button
					ref={setButton}
					type="button"
					className={styles["button"]}
					data-tone={tone}
					aria-haspopup="dialog"
					aria-expanded={isOpen}
					aria-label={text === undefined ? "Trigger" : `Trigger: ${text}`}
					onClick={() => (isOpen ? closeTriggers() : openTriggers())}
				>
					<Tooltip
						disabled={isOpen}
						label={
							<>
								{counts === "" ? "Wait for an edge, a pulse, a pattern" : counts} <Kbd keys="T" />
							</>
						}
					>
						<span className={styles["buttonText"]}>
							<Zap size={14} />
							{text === undefined ? <span className={styles["word"]}>Trigger</span> : text}
						</span>
					</Tooltip>
				</button>
			</Popover.Target>
			<Popover.Dropdown
				ref={setDropdown}
				className={styles["dropdown"] ?? ""}
				role="dialog"
				aria-label="Triggers"
				onKeyDown={onKeyDown}
			>
				<TriggerPanel />
			</Popover.Dropdown>
		</Popover>
	);
}

/** Menus of the panel lie outside of it. */
function isInMenu(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest("[role=menu]") !== null;
}
