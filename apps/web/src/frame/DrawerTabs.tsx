import { ChevronsDown, ChevronsUp } from "lucide-react";
import type { KeyboardEvent } from "react";
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
	const isOpen = useUi((state) => state.drawerOpen[viewId] ?? false);
	const pick = (id: string): void => {
		uiStore.setState((state) => ({ drawerTab: { ...state.drawerTab, [viewId]: id } }));
		openDrawer(viewId, true);
	};
	const walk = (event: KeyboardEvent<HTMLElement>): void => {
		const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
		if (step === 0 || current === undefined) return;
		event.preventDefault();
		const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length];
		if (next === undefined) return;
		pick(next.id);
		document.getElementById(tabId(next))?.focus();
	};
	const panelId = `${viewId}-table`;
	const tabId = ({ id }: DrawerTab): string => `${viewId}-table-${id}`;
	return (
		<section className={styles["drawer"]} aria-label="Tables">
			<div className={styles["bar"]}>
				<div className={styles["tabs"]} role="tablist" aria-label="Tables" onKeyDown={walk}>
					{tabs.map((tab) => {
						const { id, label, Count } = tab;
						const isCurrent = tab === current;
						return (
							<button
								key={id}
								id={tabId(tab)}
								type="button"
								role="tab"
								aria-selected={isCurrent}
								aria-controls={isCurrent && isOpen ? panelId : undefined}
								tabIndex={isCurrent ? 0 : -1}
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
						);
					})}
				</div>
				{isOpen && current?.Tools !== undefined && <current.Tools />}
				<ActionIconButton
					action={foldDrawer}
					icon={isOpen ? ChevronsDown : ChevronsUp}
					label={isOpen ? "Fold the tables" : "Show the tables"}
					size="sm"
				/>
			</div>
			{isOpen && (
				<div
					id={panelId}
					className={styles["content"]}
					role="tabpanel"
					aria-labelledby={current && tabId(current)}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
					tabIndex={0}
				>
					{current !== undefined && <current.Content />}
				</div>
			)}
		</section>
	);
}
