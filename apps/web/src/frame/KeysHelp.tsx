import { Modal } from "@mantine/core";
import { actionsIn } from "../actions/registry.ts";
import { printShortcut } from "../actions/shortcut.ts";
import { useUi, useView } from "../stores/hooks.ts";
import { uiStore } from "../stores/uiStore.ts";
import { Kbd } from "../widgets/Kbd.tsx";
import styles from "./KeysHelp.module.css";
import { viewById } from "./views.ts";

/** The keys that act where the person is. */
export function KeysHelp() {
	const isOpen = useUi((state) => state.keysOpen);
	const view = viewById(useView());
	const listed = actionsIn(view.id).filter((action) => action.shortcuts !== undefined);
	return (
		<Modal
			opened={isOpen}
			onClose={() => uiStore.setState({ keysOpen: false })}
			title={`Keys in ${view.label}`}
			size="lg"
		>
			<ul className={styles["list"]}>
				{listed.map((action) => (
					<li key={action.id}>
						<span>{action.label}</span>
						<span className={styles["keys"]}>
							{action.shortcuts?.map((shortcut) => (
								<Kbd key={shortcut} keys={printShortcut(shortcut)} />
							))}
						</span>
					</li>
				))}
			</ul>
		</Modal>
	);
}
