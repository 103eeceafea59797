import { SegmentedControl } from "@mantine/core";
import {
	ChevronLeft,
	ChevronRight,
	Eraser,
	MousePointer2,
	Pencil,
	Redo2,
	Scan,
	Scissors,
	Undo2,
} from "lucide-react";
import { usePhone } from "../../theme/phone.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { fitAll, pickTool, redoEdit, undoEdit } from "../model/editing.ts";
import { useEditor } from "../model/editorStore.ts";
import type { WaveTool } from "../tools/ToolState.ts";
import { isRight } from "../verify/failures.ts";
import { jumpToFailure, setMode } from "../verify/verifyActions.ts";
import { useVerify } from "../verify/verifyStore.ts";
import { DocumentMenu } from "./DocumentMenu.tsx";
import { PlayControls } from "./PlayControls.tsx";
import { SnapMenu } from "./SnapMenu.tsx";
import styles from "./Toolbar.module.css";

const tools = [
	{ tool: "select", icon: MousePointer2, label: "Select and move", shortcut: "V" },
	{ tool: "draw", icon: Pencil, label: "Draw pulses", shortcut: "P" },
	{ tool: "split", icon: Scissors, label: "Split pulses", shortcut: "X" },
	{ tool: "erase", icon: Eraser, label: "Erase", shortcut: "E" },
] as const satisfies readonly { tool: WaveTool; icon: unknown; label: string; shortcut: string }[];

/** Document, tools, snapping, undo; at the right what is playing. */
export function Toolbar() {
	const isPhone = usePhone();
	const mode = useEditor((state) => state.mode);
	return (
		<>
			<DocumentMenu />
			<span className={styles["separator"]} />
			<ModeControl size={isPhone ? "lg" : "xs"} />
			{mode === "edit" ? <EditTools /> : <VerifyTools />}
			<span className={styles["space"]} />
			{!isPhone && <PlayControls />}
		</>
	);
}

function ModeControl({ size }: { readonly size: "xs" | "lg" }) {
	const mode = useEditor((state) => state.mode);
	return (
		<SegmentedControl
			size={size}
			className={styles["fixed"] ?? ""}
			aria-label="Draw or compare"
			data={[
				{ value: "edit", label: "Edit" },
				{ value: "verify", label: "Verify" },
			]}
			value={mode}
			onChange={(value) => setMode(value === "verify" ? "verify" : "edit")}
		/>
	);
}

function EditTools() {
	const isPhone = usePhone();
	const size = isPhone ? "lg" : "xs";
	const current = useEditor((state) => state.tool);
	const { canUndo, canRedo } = useEditor((state) => ({
		canUndo: state.history.past.length > 0,
		canRedo: state.history.future.length > 0,
	}));
	return (
		<>
			{isPhone && <SnapMenu />}
			{/* biome-ignore lint/a11y/useSemanticElements: buttons of a toolbar, no fields of a form. */}
			<div className={styles["tools"]} role="group" aria-label="Tool">
				{tools.map(({ tool, icon, label, shortcut }) => (
					<IconButton
						key={tool}
						size={size}
						icon={icon}
						label={label}
						shortcut={shortcut}
						active={tool === current}
						onClick={() => pickTool(tool)}
					/>
				))}
			</div>
			{!isPhone && <SnapMenu />}
			<span className={styles["separator"]} />
			<IconButton
				size={size}
				icon={Undo2}
				label="Undo"
				shortcut="Ctrl Z"
				disabled={!canUndo}
				onClick={undoEdit}
			/>
			<IconButton
				size={size}
				icon={Redo2}
				label="Redo"
				shortcut="Ctrl Shift Z"
				disabled={!canRedo}
				onClick={redoEdit}
			/>
			<IconButton size={size} icon={Scan} label="Show the whole wave" shortcut="F" onClick={fitAll} />
		</>
	);
}

function VerifyTools() {
	const hasFailed = useVerify((state) => state.kind === "done" && !isRight(state.verdict));
	return (
		<>
			<IconButton
				size="xs"
				icon={ChevronLeft}
				label="Previous failed edge"
				shortcut="Shift N"
				disabled={!hasFailed}
				onClick={() => jumpToFailure(-1)}
			/>
			<IconButton
				size="xs"
				icon={ChevronRight}
				label="Next failed edge"
				shortcut="N"
				disabled={!hasFailed}
				onClick={() => jumpToFailure(1)}
			/>
			<IconButton size="xs" icon={Scan} label="Show the whole wave" shortcut="F" onClick={fitAll} />
		</>
	);
}
