import { Button, Tooltip } from "@mantine/core";
import { Flag, Minus, Plus } from "lucide-react";
import { useStore } from "zustand";
import { ActionIconButton } from "../../actions/ActionIconButton.tsx";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import { shownStore } from "../../bridge/index.ts";
import { Kbd } from "../../widgets/Kbd.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { markAction } from "../actions/cursors.ts";
import { fitAllAction, fitMarkedAction } from "../actions/fitting.ts";
import { pixelOfHere } from "../actions/here.ts";
import { zoomIn, zoomOut } from "../actions/moving.ts";
import { tools } from "../actions/tools.ts";
import { FileButtons } from "../files/FileButtons.tsx";
import { FindField } from "../find/FindField.tsx";
import { FoldChip } from "../fold/FoldChip.tsx";
import { viewport } from "../mainViewport.ts";
import { markedStretch } from "../markers/markedStretch.ts";
import { scopeStore } from "../scopeStore.ts";
import { neighbourStep } from "../view/ticks.ts";
import { DivisionField } from "./DivisionField.tsx";
import { GoToField } from "./GoToField.tsx";
import { LanesMenu } from "./LanesMenu.tsx";
import { MoreMenu } from "./MoreMenu.tsx";
import styles from "./toolbar.module.css";
import { ZeroMenu } from "./ZeroMenu.tsx";

/** Tools, zoom, places in time, markers and lanes. */
export function ScopeToolbar() {
	const tool = useStore(scopeStore, (state) => state.tool);
	const hasStretch = useStore(scopeStore, () => markedStretch() !== undefined);
	const isRange = useStore(
		scopeStore,
		({ cursors: { green, red } }) => green !== undefined && red !== undefined && green !== red,
	);
	return (
		<div className={styles["bar"]}>
			<Segments
				label="Tool"
				className={styles["tools"]}
				segments={tools.map(({ id, action, gesture }) => ({
					value: id,
					label: action.label,
					icon: action.icon,
					content: null,
					tip: (
						<>
							{action.summary} <ActionKeys action={action} />{" "}
							{gesture !== undefined && <Kbd keys={gesture} />}
						</>
					),
				}))}
				value={tool}
				size="bar"
				fit
				onPick={(picked) => tools.find(({ id }) => id === picked)?.action.run()}
			/>
			<span className={styles["separator"]} />
			<ActionIconButton
				action={{ ...zoomIn, run: () => stepDivision(-1) }}
				icon={Minus}
				label="Zoom in: less time a division"
			/>
			<DivisionField />
			<ActionIconButton
				action={{ ...zoomOut, run: () => stepDivision(1) }}
				icon={Plus}
				label="Zoom out: more time a division"
			/>
			<Button
				variant="subtle"
				size="xs"
				className={styles["fitAll"] ?? ""}
				onClick={() => fitAllAction.run()}
			>
				Fit all
			</Button>
			<Tooltip
				label={
					<>
						{fitMarkedAction.label} <ActionKeys action={fitMarkedAction} />
					</>
				}
			>
				<Button
					variant="subtle"
					size="xs"
					className={styles["fitMarked"] ?? ""}
					disabled={!hasStretch}
					onClick={() => fitMarkedAction.run()}
				>
					Fit {isRange ? "1–2" : "G–B"}
				</Button>
			</Tooltip>
			<span className={styles["separator"]} />
			<GoToField />
			<ZeroMenu />
			<span className={styles["separator"]} />
			<FindField />
			<span className={styles["space"]} />
			<FoldChip />
			<Tooltip
				label={
					<>
						Put a marker at blue <ActionKeys action={markAction} />
					</>
				}
			>
				<Button
					variant="subtle"
					size="xs"
					className={styles["mark"] ?? ""}
					leftSection={<Flag size={14} />}
					onClick={() => markAction.run()}
				>
					<span className={styles["word"]}>Mark</span>
				</Button>
			</Tooltip>
			<LanesMenu />
			<FileButtons />
			<MoreMenu />
		</div>
	);
}

function stepDivision(direction: 1 | -1): void {
	const tick = 1 / shownStore.getState().ticksPerMicro;
	viewport.setDivision(neighbourStep(scopeStore.getState().division, direction, tick), pixelOfHere());
}
