import { triggerProblem } from "@gpioscope/logic";
import type { Trigger } from "@gpioscope/protocol";
import { Switch } from "@mantine/core";
import { useId } from "react";
import { useStore } from "zustand";
import { bridgeTriggersStore } from "../../../bridge/index.ts";
import { useConnection } from "../../../stores/connectionStore.ts";
import styles from "../editor/editor.module.css";
import { OwnerName } from "./OwnerName.tsx";
import { isWatchedByBridge, watchWithoutPage } from "./withoutPage.ts";

interface Props {
	readonly trigger: Trigger;
}

/** Has gpioscope watch for a trigger when no page is open, too. */
export function WithoutPageSwitch({ trigger }: Props) {
	const isOn = useStore(bridgeTriggersStore, (state) => isWatchedByBridge(state, trigger));
	const { role, isOpen } = useConnection((state) => ({
		role: state.role,
		isOpen: state.socket.kind === "open",
	}));
	const obstacle = isOpen ? obstacleFor(trigger, role === "viewer") : "There is no connection to gpioscope.";
	const hint = useId();
	return (
		<div className={styles["card"]}>
			<Switch
				label="Also without this page"
				aria-describedby={hint}
				checked={isOn}
				disabled={obstacle !== undefined && !isOn}
				onChange={(event) => watchWithoutPage(trigger, event.currentTarget.checked)}
			/>
			<p className={styles["hint"]} id={hint}>
				{obstacle ?? benefitOf(trigger)}
			</p>
			{isOn && <OwnerName />}
		</div>
	);
}

function benefitOf({ action }: Trigger): string {
	return action.kind === "segment"
		? "gpioscope itself goes on watching while the page is closed; the segments are here when it opens again."
		: "gpioscope itself goes on counting while the page is closed.";
}

/** Why it cannot be had, and how it could. */
function obstacleFor(trigger: Trigger, isViewer: boolean): string | undefined {
	if (isViewer) return "Your role can only watch.";
	if (trigger.action.kind === "pause") return "Only a page can be paused: keep segments instead, or count.";
	if (triggerProblem(trigger) !== undefined) return "It is not complete yet.";
	return trigger.enabled ? undefined : "Switch the trigger on first.";
}
