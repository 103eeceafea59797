import { Button, Modal } from "@mantine/core";
import { useStore } from "zustand";
import type { Action } from "../actions/defineAction.ts";
import { ownShortcuts, shortcutsOf } from "../actions/ownShortcuts.ts";
import { actionsIn } from "../actions/registry.ts";
import { printShortcut } from "../actions/shortcut.ts";
import { useUi, useView } from "../stores/hooks.ts";
import { showView, uiStore } from "../stores/uiStore.ts";
import { Kbd } from "../widgets/Kbd.tsx";
import styles from "./KeysHelp.module.css";
import type { Gesture } from "./viewDefinition.ts";
import { viewById } from "./views.ts";

function close(): void {
	uiStore.setState({ keysOpen: false });
}

/** The keys that act where the person is. */
export function KeysHelp() {
	const isOpen = useUi((state) => state.keysOpen);
	const view = viewById(useView());
	const own = useStore(ownShortcuts);
	const listed = actionsIn(view.id).filter((action) => shortcutsOf(action, own).length > 0);
	return (
		<Modal opened={isOpen} onClose={close} title={`Keys in ${view.label}`} size="xl">
			<Keys title={view.label} actions={listed.filter((action) => action.view !== undefined)} />
			{view.gestures !== undefined && <Gestures gestures={view.gestures} />}
			<Keys title="Everywhere" actions={listed.filter((action) => action.view === undefined)} />
			<Button
				variant="subtle"
				size="xs"
				className={styles["change"] ?? ""}
				onClick={() => {
					close();
					showView("settings");
				}}
			>
				Change keys in Settings
			</Button>
		</Modal>
	);
}

function Gestures({ gestures }: { readonly gestures: readonly Gesture[] }) {
	const isSwapped = useUi((state) => state.wheelScrolls);
	return (
		<>
			<h3 className={styles["title"]}>Mouse and touch</h3>
			<ul className={styles["list"]}>
				{gestures.map(({ does, by, bySwapped = by }) => (
					<li key={does}>
						<span>{does}</span>
						<span className={styles["by"]}>{isSwapped ? bySwapped : by}</span>
					</li>
				))}
			</ul>
		</>
	);
}

function Keys({ title, actions }: { readonly title: string; readonly actions: readonly Action[] }) {
	const own = useStore(ownShortcuts);
	if (actions.length === 0) return null;
	return (
		<>
			<h3 className={styles["title"]}>{title}</h3>
			<ul className={styles["list"]}>
				{actions.map((action) => (
					<li key={action.id}>
						<span>{action.label}</span>
						<span className={styles["keys"]}>
							{shortcutsOf(action, own).map((shortcut) => (
								<Kbd key={shortcut} keys={printShortcut(shortcut)} />
							))}
						</span>
					</li>
				))}
			</ul>
		</>
	);
}
