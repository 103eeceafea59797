import { LONGEST_TARGET_NAME, type TargetFacts, targetNameProblem } from "@gpioscope/protocol";
import { ActionIcon, Button, Menu, TextInput, Tooltip } from "@mantine/core";
import { Check, Columns2, Ellipsis, ExternalLink, Pencil, Trash2, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { useView } from "../../stores/hooks.ts";
import { onViewStore } from "../../stores/onViewStore.ts";
import row from "../../widgets/choiceRow.module.css";
import { HealthDot } from "../HealthDot.tsx";
import { addressText, HEALTH_WORDS, healthOf } from "../targetText.ts";
import { closeTarget, showTargetBeside, turnToTarget } from "./startTargetPages.ts";
import styles from "./TargetMenu.module.css";
import { removeTarget, renameTarget } from "./targetDeeds.ts";
import { useControlSize } from "./useControlSize.ts";

interface Props {
	readonly target: TargetFacts;
	/** It is the one on view. */
	readonly isOwn: boolean;
	readonly canChange: boolean;
	readonly onTurned: () => void;
}

type Doing = "nothing" | "renaming" | "removing";

/** One Pi of the list: turns to it, and has a menu to change it. */
export function TargetRow({ target, isOwn, canChange, onTurned }: Props) {
	const [doing, setDoing] = useState<Doing>("nothing");
	const done = (): void => setDoing("nothing");
	return (
		<li>
			<div className={row["row"]} data-chosen={isOwn || undefined}>
				<TurnButton target={target} isOwn={isOwn} onTurned={onTurned} />
				{!isOwn && <BesideButton target={target} onTurned={onTurned} />}
				<RowMenu target={target} canChange={canChange} onDo={setDoing} />
			</div>
			{doing === "renaming" && <Rename target={target} onDone={done} />}
			{doing === "removing" && <Remove target={target} onDone={done} />}
		</li>
	);
}

function TurnButton({ target, isOwn, onTurned }: Pick<Props, "target" | "isOwn" | "onTurned">) {
	const health = useConnection((state) => healthOf(state.socket, target.state));
	return (
		<button
			type="button"
			className={row["choose"]}
			aria-current={isOwn || undefined}
			onClick={() => {
				onTurned();
				turnToTarget(target.id);
			}}
		>
			<HealthDot health={health} />
			<span className={row["text"]}>
				<span className={row["name"]}>{target.name}</span>
				<span className={row["line"]}>
					{target.simulated ? "simulated" : addressText(target)} · {HEALTH_WORDS[health]}
				</span>
			</span>
			{isOwn && <Check size={14} aria-label="on view" />}
		</button>
	);
}

/** Shows a Pi beside those on view, or takes it off the view; where the window has room for two. */
function BesideButton({ target: { id, name }, onTurned }: Pick<Props, "target" | "onTurned">) {
	const isShown = useStore(onViewStore, ({ panes }) => panes.includes(id));
	const canSplit = useStore(onViewStore, (state) => state.canSplit);
	const size = useControlSize();
	if (!canSplit) return null;
	const label = isShown ? `Take ${name} off the view` : `Show ${name} beside this one`;
	return (
		<Tooltip label={label}>
			<ActionIcon
				size={size}
				aria-label={label}
				onClick={() => {
					onTurned();
					(isShown ? closeTarget : showTargetBeside)(id);
				}}
			>
				{isShown ? <X size={14} /> : <Columns2 size={14} />}
			</ActionIcon>
		</Tooltip>
	);
}

function RowMenu({
	target,
	canChange,
	onDo,
}: Pick<Props, "target" | "canChange"> & { onDo(what: Doing): void }) {
	const view = useView();
	const size = useControlSize();
	const height = size === "lg" ? { mih: 44 } : {};
	return (
		<Menu position="bottom-end" width={200}>
			<Menu.Target>
				<ActionIcon size={size} aria-label={`More for ${target.name}`}>
					<Ellipsis size={14} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item
					{...height}
					component="a"
					href={`#/${target.id}/${view}`}
					target="_blank"
					rel="noopener"
					leftSection={<ExternalLink size={14} />}
				>
					Open in a new tab
				</Menu.Item>
				<Menu.Item
					{...height}
					leftSection={<Pencil size={14} />}
					disabled={!canChange}
					onClick={() => onDo("renaming")}
				>
					Rename…
				</Menu.Item>
				<Menu.Item
					{...height}
					leftSection={<Trash2 size={14} />}
					disabled={!canChange || target.fixed === true}
					onClick={() => onDo("removing")}
				>
					{target.fixed === true ? "Remove (named at the start)" : "Remove…"}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

interface PartProps {
	readonly target: TargetFacts;
	readonly onDone: () => void;
}

function Rename({ target, onDone }: PartProps) {
	const [name, setName] = useState(target.name);
	const size = useControlSize();
	const problem = targetNameProblem(name);
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		if (problem !== undefined) return;
		void renameTarget(target.id, name).then((isDone) => isDone && onDone());
	};
	return (
		<form className={styles["form"]} onSubmit={submit} aria-label={`Rename ${target.name}`}>
			<TextInput
				size={size}
				label="Name"
				description={`1 to ${LONGEST_TARGET_NAME} letters, for everybody who uses this gpioscope`}
				value={name}
				error={problem}
				data-autofocus
				autoFocus
				onChange={({ currentTarget }) => setName(currentTarget.value)}
			/>
			<span className={styles["buttons"]}>
				<Button size={size} type="submit" variant="filled" disabled={problem !== undefined}>
					Rename
				</Button>
				<Button size={size} onClick={onDone}>
					Cancel
				</Button>
			</span>
		</form>
	);
}

function Remove({ target: { id, name }, onDone }: PartProps) {
	const size = useControlSize();
	return (
		<div className={styles["form"]} role="alertdialog" aria-label={`Remove ${name}`}>
			<p>
				{name} goes off the list for everybody. What was opened there through gpioscope is freed, its capture
				ends.
			</p>
			<span className={styles["buttons"]}>
				<Button size={size} variant="danger" autoFocus onClick={() => void removeTarget(id, name)}>
					Remove {name}
				</Button>
				<Button size={size} onClick={onDone}>
					Keep
				</Button>
			</span>
		</div>
	);
}
