import type { Trigger } from "@gpioscope/protocol";
import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import { capturesStore, LIVE, shownEntry } from "../../bridge/index.ts";
import { captureName } from "../files/captureText.ts";
import { AddTrigger } from "./AddTrigger.tsx";
import { TriggerEditor } from "./editor/TriggerEditor.tsx";
import { hasRoom } from "./editTriggers.ts";
import { HitNoticeSwitch } from "./hiddenHits/HitNoticeSwitch.tsx";
import { openTriggers, panelStore } from "./panelStore.ts";
import { statusStore } from "./statusStore.ts";
import { TriggerRow } from "./TriggerRow.tsx";
import styles from "./trigger.module.css";
import { nextHitAction, previousHitAction, toggleAction } from "./triggerActions.ts";
import { clearCounts } from "./triggerFeed.ts";
import { MOST_TRIGGERS, useTriggers } from "./triggerStore.ts";
import { useShownHits } from "./useShownHits.ts";
import { WatchedBeside } from "./withoutPage/WatchedBeside.tsx";

/** All triggers, or the editor of one. */
export function TriggerPanel() {
	const triggers = useTriggers();
	const editing = useStore(panelStore, (state) => state.editing);
	const edited = triggers.find((trigger) => trigger.number === editing);
	const place = useRef<HTMLDivElement>(null);
	// What was pressed to come here is gone: the focus stays in the panel.
	useEffect(() => {
		if (document.activeElement === document.body)
			place.current?.closest<HTMLElement>("[role=dialog]")?.focus();
	});
	return (
		<div ref={place}>
			<TriggerContent edited={edited} />
		</div>
	);
}

function TriggerContent({ edited }: { readonly edited: Trigger | undefined }) {
	return edited === undefined ? (
		<TriggerList />
	) : (
		<TriggerEditor key={edited.number} trigger={edited} onBack={() => openTriggers()} />
	);
}

function TriggerList() {
	const triggers = useTriggers();
	const [isAdding, setAdding] = useState(false);
	const shownHits = useShownHits(triggers);
	return (
		<div className={styles["panel"]}>
			<div className={styles["head"]}>
				<h2>Triggers</h2>
				{triggers.length > 0 && (
					<span className={styles["hint"]}>
						All on or off <ActionKeys action={toggleAction} />
					</span>
				)}
			</div>
			{triggers.length === 0 ? (
				<>
					<p className={styles["hint"]}>
						A trigger looks at every change, also while this tab is hidden. At a hit it counts, pauses the
						view or keeps what lies around. Wait for:
					</p>
					<AddTrigger onAdded={() => setAdding(false)} />
				</>
			) : (
				<>
					<OfShownCapture />
					<ul className={styles["list"]}>
						{triggers.map((trigger) => (
							<TriggerRow key={trigger.number} trigger={trigger} shownHits={shownHits?.get(trigger.number)} />
						))}
					</ul>
					<Foot isAdding={isAdding} onAdd={() => setAdding(!isAdding)} />
					{isAdding && <AddTrigger onAdded={() => setAdding(false)} />}
				</>
			)}
			{triggers.length > 0 && <HitNoticeSwitch />}
			<WatchedBeside />
		</div>
	);
}

/** What counts and steps are of while another capture than the live one is on view. */
function OfShownCapture() {
	const { id, source } = useStore(capturesStore, shownEntry);
	if (id === LIVE) return null;
	const channels = source.kind === "file" ? ", on its channels of these numbers" : "";
	return (
		<p className={styles["hint"]}>
			Counts, <ActionKeys action={previousHitAction} /> and <ActionKeys action={nextHitAction} /> are of{" "}
			<b>{captureName(source)}</b>
			{channels}. Switches are about the live capture.
		</p>
	);
}

interface FootProps {
	readonly isAdding: boolean;
	readonly onAdd: () => void;
}

function Foot({ isAdding, onAdd }: FootProps) {
	const isFull = !hasRoom(useTriggers());
	const hasCounts = useStore(statusStore, ({ triggers }) => triggers.some((status) => status.count > 0));
	return (
		<div className={styles["foot"]}>
			<Button
				size="xs"
				leftSection={<Plus size={14} />}
				aria-expanded={isAdding}
				disabled={isFull}
				onClick={onAdd}
			>
				Add trigger
			</Button>
			{isFull && <span className={styles["hint"]}>{MOST_TRIGGERS} are the most there can be.</span>}
			<span className={styles["space"]} />
			<Button variant="subtle" size="xs" disabled={!hasCounts} onClick={() => clearCounts()}>
				Clear counts
			</Button>
		</div>
	);
}
