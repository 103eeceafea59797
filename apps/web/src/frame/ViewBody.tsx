import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Group, Panel, Separator, useDefaultLayout, usePanelRef } from "react-resizable-panels";
import { useUi } from "../stores/hooks.ts";
import { openDrawer, toggleInspector } from "../stores/uiStore.ts";
import { useNarrow } from "../theme/pageSize.ts";
import { DrawerTabs } from "./DrawerTabs.tsx";
import { MainView } from "./MainView.tsx";
import styles from "./ViewBody.module.css";
import type { ViewDefinition } from "./viewDefinition.ts";

const TABS_HEIGHT = 32;
const DRAWER_HEIGHT = 200;
const SMALLEST_DRAWER = 96;

/** Toolbar, main part, inspector and drawer of one view; the splits are dragged and remembered per view. */
export function ViewBody({ view }: { readonly view: ViewDefinition }) {
	const { Toolbar } = view;
	return (
		<>
			{Toolbar !== undefined && (
				<div className={styles["toolbar"]} role="toolbar" aria-label={`${view.label} tools`}>
					<Toolbar />
				</div>
			)}
			<div className={styles["split"]}>
				<Split view={view} />
			</div>
		</>
	);
}

/** The drawer runs under the inspector, or stops at it where the view's inspector wants the whole height. */
function Split({ view }: { readonly view: ViewDefinition }) {
	const main = <MainView view={view} className={styles["main"]} />;
	if (view.drawer === undefined) return <WithInspector view={view}>{main}</WithInspector>;
	if (view.tallInspector === true)
		return (
			<WithInspector view={view}>
				<WithDrawer view={view}>{main}</WithDrawer>
			</WithInspector>
		);
	return (
		<WithDrawer view={view}>
			<WithInspector view={view}>{main}</WithInspector>
		</WithDrawer>
	);
}

interface PartProps {
	readonly view: ViewDefinition;
	readonly children: ReactNode;
}

function WithDrawer({ view, children }: PartProps) {
	const isOpen = useUi((state) => state.drawerOpen[view.id] ?? false);
	const drawer = usePanelRef();
	const layout = useDefaultLayout({
		id: `gpioscope.${view.id}.rows`,
		panelIds: ["upper", "drawer"],
		storage: localStorage,
	});
	useEffect(() => {
		const panel = drawer.current;
		if (panel === null || panel.isCollapsed() !== isOpen) return;
		if (!isOpen) return panel.collapse();
		panel.expand();
		// Opened for the first time it has no size to go back to.
		if (panel.getSize().inPixels <= SMALLEST_DRAWER) panel.resize(DRAWER_HEIGHT);
	}, [isOpen, drawer]);
	return (
		<Group orientation="vertical" {...layout}>
			<Panel id="upper" minSize={120}>
				{children}
			</Panel>
			<Separator className={styles["rowHandle"] ?? ""} aria-label="Height of the tables" />
			<Panel
				id="drawer"
				panelRef={drawer}
				defaultSize={isOpen ? DRAWER_HEIGHT : TABS_HEIGHT}
				minSize={SMALLEST_DRAWER}
				maxSize="60%"
				collapsible
				collapsedSize={TABS_HEIGHT}
				groupResizeBehavior="preserve-pixel-size"
				onResize={({ inPixels }) => openDrawer(view.id, inPixels > TABS_HEIGHT + 1)}
			>
				<DrawerTabs viewId={view.id} tabs={view.drawer ?? []} />
			</Panel>
		</Group>
	);
}

function WithInspector({ view, children }: PartProps) {
	const { Inspector, inspectorWidth = 288 } = view;
	const isNarrow = useNarrow();
	const isOpen = useUi((state) => (isNarrow ? state.overlayOpen : state.inspectorOpen));
	const layout = useDefaultLayout({
		id: `gpioscope.${view.id}.columns`,
		panelIds: ["view", "inspector"],
		storage: localStorage,
	});
	if (Inspector === undefined || (!isOpen && !isNarrow)) return children;
	const inspector = (
		<aside className={styles["inspector"]} aria-label="Inspector">
			<Inspector />
		</aside>
	);
	if (isNarrow)
		return (
			<div className={styles["overlaid"]}>
				{children}
				<div className={styles["overlay"]} data-open={isOpen || undefined}>
					<button
						type="button"
						className={styles["pull"]}
						aria-expanded={isOpen}
						aria-label={isOpen ? "Hide the inspector" : "Show the inspector"}
						onClick={toggleInspector}
					>
						{isOpen ? <ChevronRight size={14} /> : <ChevronLeft size={14} />}
					</button>
					{isOpen && inspector}
				</div>
			</div>
		);
	return (
		<Group orientation="horizontal" {...layout}>
			<Panel id="view" minSize={320}>
				{children}
			</Panel>
			<Separator className={styles["columnHandle"] ?? ""} aria-label="Width of the inspector" />
			<Panel
				id="inspector"
				defaultSize={inspectorWidth}
				minSize={240}
				maxSize={480}
				groupResizeBehavior="preserve-pixel-size"
			>
				{inspector}
			</Panel>
		</Group>
	);
}
