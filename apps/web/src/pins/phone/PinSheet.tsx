import type { Board } from "@gpioscope/logic";
import { pinOf } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTraceColour } from "../../stores/dealtColours.ts";
import { useUi } from "../../stores/hooks.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { selectGpio } from "../../stores/uiStore.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { hasReports } from "../activity/bank2Store.ts";
import { useBoard, useLive } from "../activity/currentBoard.ts";
import { useLevel } from "../activity/liveLevels.ts";
import { useActivity } from "../activity/pinActivityStore.ts";
import { usePinRow } from "../activity/usePinRow.ts";
import { QuestionPopover } from "../board/QuestionPopover.tsx";
import { ChangeBarBand } from "../inspector/ChangeBarBand.tsx";
import { HardwareDrive } from "../inspector/HardwareDrive.tsx";
import { HoldButton } from "../inspector/HoldButton.tsx";
import { LevelDrive } from "../inspector/LevelDrive.tsx";
import { ModeControl, PullControl } from "../inspector/ModeSection.tsx";
import { ReleaseButton } from "../inspector/PinInspector.tsx";
import { PulseDrive } from "../inspector/PulseDrive.tsx";
import { useChangeBar } from "../inspector/useCanChange.ts";
import { type DriveTab, drivesOf, shownDrive } from "../model/drives.ts";
import { usePinsView } from "../pinsViewStore.ts";
import { PhonePwm } from "./PhonePwm.tsx";
import { PhoneServo } from "./PhoneServo.tsx";
import { PinMore } from "./PinMore.tsx";
import styles from "./PinSheet.module.css";

type Tab = Exclude<DriveTab, "hardware"> | "mode" | "more";

const tabs: readonly { readonly value: Tab; readonly label: string }[] = [
	{ value: "level", label: "Level" },
	{ value: "pwm", label: "PWM" },
	{ value: "servo", label: "Servo" },
	{ value: "pulse", label: "Pulse" },
	{ value: "mode", label: "Mode" },
	{ value: "more", label: "More" },
];

/** Hardware PWM and clocks stand in the tab of the mode. */
function tabOf(drive: DriveTab): Tab {
	return drive === "hardware" ? "mode" : drive;
}

/** The selected pin on a phone: its level and what it can be made to do, under the header. */
export function PinSheet() {
	const gpio = useUi((state) => state.selectedGpio);
	const board = useBoard();
	const layout = usePinsView((state) => state.layout);
	// Banks are about many pins, which the sheet of one would hide.
	if (gpio === undefined || board === undefined || layout === "banks") return null;
	return <SheetOf key={gpio} gpio={gpio} board={board} />;
}

function SheetOf({ gpio, board }: { readonly gpio: number; readonly board: Board }) {
	const drive = usePin(gpio)?.drive;
	const bar = useChangeBar(gpio);
	const error = useActivity((state) => state.errors[gpio]);
	const [picked, setPicked] = useState<Tab>();
	const disabled = bar !== undefined;
	const drives = drivesOf(hasReports(gpio));
	const own = tabs.filter(({ value }) => value === "mode" || value === "more" || drives.includes(value));
	const tab = picked ?? tabOf(shownDrive(drives, undefined, drive));
	return (
		<section className={styles["sheet"]} aria-label={`GPIO ${gpio}`}>
			<button
				type="button"
				className={styles["grab"]}
				aria-label="Close"
				onClick={() => selectGpio(undefined)}
			>
				<span />
			</button>
			<SheetHead gpio={gpio} board={board} />
			{bar !== undefined && (
				<div className={styles["bar"]}>
					<ChangeBarBand bar={bar} gpio={gpio} />
				</div>
			)}
			{error !== undefined && (
				<p className={styles["error"]} role="alert">
					{error}
				</p>
			)}
			<Segments label="Drive" segments={own} value={tab} size="touch" onPick={setPicked} />
			<div className={styles["body"]}>
				{tab === "level" && (
					<>
						<LevelDrive gpio={gpio} disabled={disabled} touch />
						<div className={styles["buttons"]}>
							<HoldButton gpio={gpio} disabled={disabled} touch />
							<ReleaseButton gpio={gpio} disabled={disabled} touch />
						</div>
					</>
				)}
				{tab === "pwm" && <PhonePwm gpio={gpio} disabled={disabled} />}
				{tab === "servo" && <PhoneServo gpio={gpio} disabled={disabled} />}
				{tab === "pulse" && <PulseDrive gpio={gpio} disabled={disabled} touch />}
				{tab === "more" && <PinMore gpio={gpio} board={board} disabled={disabled} />}
				{tab === "mode" && <ModeTab gpio={gpio} board={board} disabled={disabled} />}
			</div>
		</section>
	);
}

function SheetHead({ gpio, board }: { readonly gpio: number; readonly board: Board }) {
	const row = usePinRow(gpio, board);
	const level = useLevel(gpio);
	const live = useLive();
	const colour = useTraceColour(gpio);
	const pin = pinOf(board, gpio)?.pin;
	const word = !live || level === undefined ? "unknown" : level === 1 ? "high" : "low";
	return (
		<QuestionPopover gpio={gpio} place="inspector">
			<div className={styles["head"]}>
				<span className={styles["colour"]} style={{ background: `var(--c${colour})` }} />
				<div className={styles["words"]}>
					<div className={styles["name"]}>{row.named ? row.name : `GPIO ${gpio}`}</div>
					<div className={styles["facts"]}>
						GPIO {gpio}
						{pin !== undefined && ` · pin ${pin}`} · {row.direction}
					</div>
				</div>
				{row.badge !== undefined && <Chip tone={row.badge.tone}>{row.badge.text}</Chip>}
				<span className={styles["level"]} data-level={word} role="img" aria-label={word}>
					{word === "high" ? "H" : word === "low" ? "L" : "?"}
				</span>
			</div>
		</QuestionPopover>
	);
}

function ModeTab({
	gpio,
	board,
	disabled,
}: {
	readonly gpio: number;
	readonly board: Board;
	readonly disabled: boolean;
}) {
	const drive = usePin(gpio)?.drive.kind;
	const [hardware, setHardware] = useState(drive === "hardwarePwm" || drive === "clock");
	return (
		<>
			<ModeControl gpio={gpio} board={board} disabled={disabled} touch />
			<div className={styles["gap"]} />
			<PullControl gpio={gpio} disabled={disabled} touch />
			<div className={styles["gap"]} />
			{hardware ? (
				<HardwareDrive gpio={gpio} board={board} disabled={disabled} />
			) : (
				<Button
					size="lg"
					fullWidth
					rightSection={<ChevronDown size={14} />}
					onClick={() => setHardware(true)}
				>
					Hardware PWM and clock
				</Button>
			)}
		</>
	);
}
