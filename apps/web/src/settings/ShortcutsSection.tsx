import { Button, TextInput } from "@mantine/core";
import { Plus, RotateCcw, Search, X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useStore } from "zustand";
import type { Action } from "../actions/defineAction.ts";
import { knownActions } from "../actions/knownActions.ts";
import { conflictsOf, ownShortcuts, setShortcuts, shortcutsOf } from "../actions/ownShortcuts.ts";
import { normalShortcut, printShortcut, shortcutOf } from "../actions/shortcut.ts";
import { IconButton } from "../widgets/IconButton.tsx";
import { Kbd } from "../widgets/Kbd.tsx";
import { Section } from "../widgets/Section.tsx";
import styles from "./ShortcutsSection.module.css";

/** Every action with its keys, which can be taken away, added and returned to what they were. */
export function ShortcutsSection() {
	const [wanted, setWanted] = useState("");
	const own = useStore(ownShortcuts);
	const words = wanted.toLowerCase().split(/\s+/);
	const listed = knownActions().filter((action) => {
		const text = [viewText(action), action.label, ...shortcutsOf(action, own).map(printShortcut)].join(" ");
		return words.every((word) => text.toLowerCase().includes(word));
	});
	const isChanged = Object.keys(own.byAction).length > 0;
	return (
		<Section
			title="Shortcuts"
			aside={
				<Button
					size="xs"
					variant="subtle"
					disabled={!isChanged}
					onClick={() => ownShortcuts.setState({ byAction: {} })}
				>
					Reset all
				</Button>
			}
		>
			<TextInput
				size="xs"
				aria-label="Search shortcuts"
				placeholder="Search by what it does or by key"
				leftSection={<Search size={14} />}
				value={wanted}
				onChange={(event) => setWanted(event.currentTarget.value)}
			/>
			<ul className={styles["list"]}>
				{listed.map((action) => (
					<Row key={action.id} action={action} />
				))}
				{listed.length === 0 && (
					<li className={styles["none"]}>Nothing does that, and no key is called so.</li>
				)}
			</ul>
		</Section>
	);
}

function viewText({ view }: Action): string {
	return view === undefined ? "Everywhere" : `${view[0]?.toUpperCase()}${view.slice(1)}`;
}

function Row({ action }: { readonly action: Action }) {
	const own = useStore(ownShortcuts);
	const [isAsking, setAsking] = useState(false);
	const shortcuts = shortcutsOf(action, own);
	const conflicts = conflictsOf(action, knownActions(), own);
	const take = (event: KeyboardEvent): void => {
		// Tab and Escape lead out of every field.
		if (event.key === "Tab") return;
		event.preventDefault();
		event.stopPropagation();
		const shortcut = event.key === "Escape" ? undefined : shortcutOf(event.nativeEvent);
		if (event.key !== "Escape" && shortcut === undefined) return;
		setAsking(false);
		if (shortcut !== undefined) setShortcuts(action, [...without(shortcuts, shortcut), shortcut]);
	};
	return (
		<li>
			<div className={styles["row"]}>
				<span className={styles["label"]}>
					{action.label}
					<small>{viewText(action)}</small>
				</span>
				<span className={styles["keys"]}>
					{shortcuts.map((shortcut) => (
						<span key={shortcut} className={styles["key"]}>
							<Kbd keys={printShortcut(shortcut)} />
							<IconButton
								icon={X}
								size="xs"
								label={`Take ${printShortcut(shortcut)} from ${action.label}`}
								onClick={() => setShortcuts(action, without(shortcuts, shortcut))}
							/>
						</span>
					))}
					{isAsking ? (
						<button
							type="button"
							className={styles["ask"]}
							data-takes-keys
							// biome-ignore lint/a11y/noAutofocus: the key that was asked for is pressed next.
							autoFocus
							onKeyDown={take}
							onBlur={() => setAsking(false)}
						>
							Press the keys, Esc ends
						</button>
					) : (
						<>
							{own.byAction[action.id] !== undefined && (
								<IconButton
									icon={RotateCcw}
									size="xs"
									label={`Reset the keys of ${action.label}`}
									onClick={() => setShortcuts(action, undefined)}
								/>
							)}
							{action.fixedKeys !== true && (
								<IconButton
									icon={Plus}
									size="xs"
									label={`Add keys to ${action.label}`}
									onClick={() => setAsking(true)}
								/>
							)}
						</>
					)}
				</span>
			</div>
			{conflicts.map((other) => (
				<Conflict key={other.id} action={action} other={other} />
			))}
		</li>
	);
}

function Conflict({ action, other }: { readonly action: Action; readonly other: Action }) {
	const keys = new Set(shortcutsOf(action).map(normalShortcut));
	const shared = shortcutsOf(other).filter((shortcut) => keys.has(normalShortcut(shortcut)));
	return (
		<div className={styles["conflict"]}>
			<span>
				{shared.map(printShortcut).join(", ")} is also <em>{other.label}</em>.
			</span>
			<Button
				size="xs"
				variant="subtle"
				onClick={() =>
					setShortcuts(
						other,
						shortcutsOf(other).filter((shortcut) => !keys.has(normalShortcut(shortcut))),
					)
				}
			>
				Take it there
			</Button>
		</div>
	);
}

function without(shortcuts: readonly string[], shortcut: string): readonly string[] {
	return shortcuts.filter((one) => normalShortcut(one) !== normalShortcut(shortcut));
}
