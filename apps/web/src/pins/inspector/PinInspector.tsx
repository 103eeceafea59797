import { Button } from "@mantine/core";
import { MousePointerClick } from "lucide-react";
import { releaseCalls } from "../../actions/pins/restore.ts";
import { useUi } from "../../stores/hooks.ts";
import { pinsStore, usePin } from "../../stores/pinsStore.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { useBoard } from "../activity/currentBoard.ts";
import { useActivity } from "../activity/pinActivityStore.ts";
import { requestChange } from "../activity/pinGestures.ts";
import { QuestionPopover } from "../board/QuestionPopover.tsx";
import { AddToScope } from "./AddToScope.tsx";
import { ChangeBarBand } from "./ChangeBarBand.tsx";
import { DriveSection } from "./DriveSection.tsx";
import styles from "./inspector.module.css";
import { LastChanges } from "./LastChanges.tsx";
import { ModeSection } from "./ModeSection.tsx";
import { OnBench } from "./OnBench.tsx";
import { PinHead } from "./PinHead.tsx";
import { useChangeBar } from "./useCanChange.ts";
import { WatchSection } from "./WatchSection.tsx";

/** Everything about the selected GPIO. */
export function PinInspector() {
	const gpio = useUi((state) => state.selectedGpio);
	const board = useBoard();
	if (gpio === undefined || board === undefined)
		return <EmptyNote icon={MousePointerClick}>Select a pin to see what it is and to change it.</EmptyNote>;
	return <InspectorOf key={gpio} gpio={gpio} />;
}

function InspectorOf({ gpio }: { readonly gpio: number }) {
	const board = useBoard();
	const bar = useChangeBar(gpio);
	const error = useActivity((state) => state.errors[gpio]);
	if (board === undefined) return null;
	const disabled = bar !== undefined;
	return (
		// biome-ignore lint/a11y/useSemanticElements: F6 stops at the inspector around it
		<div
			className={styles["inspector"]}
			role="region"
			aria-label={`GPIO ${gpio}`}
			data-pin-inspector
			tabIndex={-1}
		>
			<QuestionPopover gpio={gpio} place="inspector">
				<div>
					<PinHead gpio={gpio} board={board} />
				</div>
			</QuestionPopover>
			{bar !== undefined && <ChangeBarBand bar={bar} gpio={gpio} />}
			{error !== undefined && (
				<div className={styles["error"]} role="alert">
					{error}
				</div>
			)}
			<ModeSection gpio={gpio} board={board} disabled={disabled} />
			<DriveSection gpio={gpio} board={board} disabled={disabled} />
			<WatchSection gpio={gpio} disabled={disabled} />
			<LastChanges gpio={gpio} />
			<OnBench gpio={gpio} />
			<div className={styles["foot"]}>
				<ReleaseButton gpio={gpio} disabled={disabled} />
				<AddToScope gpio={gpio} />
			</div>
		</div>
	);
}

/** Stops what drives a GPIO and makes it an input. */
export function ReleaseButton({
	gpio,
	disabled,
	touch = false,
}: {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}) {
	const isFree = usePin(gpio)?.mode === 0;
	return (
		<Button
			disabled={disabled || isFree}
			{...(touch ? { size: "lg" } : {})}
			onClick={() => {
				const facts = pinsStore.getState().pins[gpio];
				if (facts !== undefined) requestChange("inspector", ...releaseCalls(facts));
			}}
		>
			{touch ? "Release" : "Release pin"}
		</Button>
	);
}
