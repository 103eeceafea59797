import { formatSpan, parseTime } from "@gpioscope/logic";
import { Button, Popover, Switch } from "@mantine/core";
import { ChevronDown, Magnet } from "lucide-react";
import { NumberField } from "../../widgets/NumberField.tsx";
import { type EditorState, editorStore, gridOf, useEditor } from "../model/editorStore.ts";
import styles from "./Toolbar.module.css";

const proposals = [1, 5, 10, 50, 100, 500, 1000];

/** Snapping on or off, and to what. */
export function SnapMenu() {
	const snap = useEditor((state) => state.snap);
	const grid = useEditor(gridOf);
	const set = (change: Partial<EditorState["snap"]>): void =>
		editorStore.setState((state) => ({ snap: { ...state.snap, ...change } }));
	return (
		<div className={styles["snap"]} data-on={snap.isOn || undefined}>
			<button
				type="button"
				className={styles["snapToggle"]}
				aria-pressed={snap.isOn}
				title="Snap to the grid and to edges. Alt while dragging leaves it out."
				onClick={() => set({ isOn: !snap.isOn })}
			>
				<Magnet size={14} />
				<span className={styles["snapText"]}>
					Snap {formatSpan(grid, { trim: true })}
					{snap.toEdges ? ", edges" : ""}
				</span>
			</button>
			<Popover position="bottom-start" width={220}>
				<Popover.Target>
					<button type="button" className={styles["snapMore"]} aria-label="Snap settings">
						<ChevronDown size={12} />
					</button>
				</Popover.Target>
				<Popover.Dropdown className={styles["snapPanel"] ?? ""}>
					<div className={styles["snapRow"]}>
						<span>Grid</span>
						<NumberField
							label="Grid"
							value={grid}
							min={1}
							max={1_000_000}
							unit="µs"
							parse={parseTime}
							width={110}
							onChange={(value) => set({ grid: value, isOn: true })}
						/>
					</div>
					<div className={styles["proposals"]}>
						<Button
							size="xs"
							variant={snap.grid === undefined ? "light" : "default"}
							onClick={() => set({ grid: undefined, isOn: true })}
						>
							By zoom
						</Button>
						{proposals.map((proposal) => (
							<Button
								key={proposal}
								size="xs"
								variant={proposal === snap.grid ? "light" : "default"}
								onClick={() => set({ grid: proposal, isOn: true })}
							>
								{formatSpan(proposal, { trim: true })}
							</Button>
						))}
					</div>
					<Switch
						size="xs"
						label="To edges, start and end"
						checked={snap.toEdges}
						onChange={(event) => set({ toEdges: event.currentTarget.checked })}
					/>
				</Popover.Dropdown>
			</Popover>
		</div>
	);
}
