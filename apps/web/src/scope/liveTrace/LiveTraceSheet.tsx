import { ChevronDown, ChevronUp } from "lucide-react";
import { useStore } from "zustand";
import { openDrawer, uiStore } from "../../stores/uiStore.ts";
import styles from "./LiveTrace.module.css";
import { LiveTrace } from "./LiveTrace.tsx";
import { LiveTraceTools } from "./LiveTraceTools.tsx";

/** The live trace at the foot of a phone: a bar that unfolds it, as the drawer does where there is room. */
export function LiveTraceSheet() {
	const view = useStore(uiStore, (state) => state.view);
	const isOpen = useStore(uiStore, ({ drawerOpen }) => drawerOpen[view] ?? false);
	const Icon = isOpen ? ChevronDown : ChevronUp;
	return (
		<section className={styles["sheet"]} aria-label="Live trace">
			<button
				type="button"
				className={styles["unfold"]}
				aria-expanded={isOpen}
				onClick={() => openDrawer(view, !isOpen)}
			>
				Live trace
				<Icon size={20} />
			</button>
			{isOpen && (
				<>
					<div className={styles["sheetTools"]}>
						<LiveTraceTools />
					</div>
					<div className={styles["sheetTrace"]}>
						<LiveTrace />
					</div>
				</>
			)}
		</section>
	);
}
