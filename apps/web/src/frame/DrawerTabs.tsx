import { ChevronsDown, ChevronsUp } from "lucide-react";
import { ActionIconButton } from "../actions/ActionIconButton.tsx";
import { foldDrawer } from "../actions/frameActions.ts";
import { useUi } from "../stores/hooks.ts";
import { openDrawer, uiStore, type ViewId } from "../stores/uiStore.ts";
import styles from "./DrawerTabs.module.css";
import type { DrawerTab } from "./viewDefinition.ts";

interface Props {
	readonly viewId: ViewId;
	readonly tabs: readonly DrawerTab[];
}

/** The drawer: a row of tabs and the content of the chosen one. */
export function DrawerTabs({ viewId, tabs }: Props) {
	const chosen = useUi((state) => state.drawerTab[viewId]);
	const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
	const isOpen = useUi((state) => state.drawerOpen[viewId]);
	const pick = (id: string): void => {
		uiStore.setState((state) => ({ drawerTab: { ...state.drawerTab, [viewId]: id } }));
		openDrawer(viewId, true);
	};
	return (
		<section className={styles["drawer"]} aria-label="Tables">
			<div className={styles["bar"]}>
				<div className={styles["tabs"]} role="tablist">
					{tabs.map(({ id, label, Count }) => (
						<button
							key={id}
							type="button"
							role="tab"
							aria-selected={id === current?.id}
							className={styles["tab"]}
							onClick={() => pick(id)}
						>
							{label}
							{Count !== undefined && (
								<span className={styles["count"]}>
									<Count />
								</span>
							)}
						</button>
					))}
				</div>
				<ActionIconButton
					action={foldDrawer}
					icon={isOpen ? ChevronsDown : ChevronsUp}
					label={isOpen ? "Fold the tables" : "Show the tables"}
					size="sm"
				/>
			</div>
			{isOpen && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
				<div className={styles["content"]} role="tabpanel" tabIndex={0}>
					{current !== undefined && <current.Content />}
				</div>
			)}
		</section>
	);
}
