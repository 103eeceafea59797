import type { Board } from "@gpioscope/logic";
import type { PinDrive } from "@gpioscope/protocol";
import { usePin } from "../../stores/pinsStore.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { Section } from "../../widgets/Section.tsx";
import { type Segment, Segments } from "../../widgets/Segments.tsx";
import { hasReports } from "../activity/bank2Store.ts";
import { type DriveTab, drivesOf, shownDrive } from "../model/drives.ts";
import { driveText } from "../model/driveText.ts";
import { pickDriveTab, usePinsView } from "../pinsViewStore.ts";
import { HardwareDrive } from "./HardwareDrive.tsx";
import styles from "./inspector.module.css";
import { LevelDrive } from "./LevelDrive.tsx";
import { PulseDrive } from "./PulseDrive.tsx";
import { PwmDrive } from "./PwmDrive.tsx";
import { ServoDrive } from "./ServoDrive.tsx";

const segments: Readonly<Record<DriveTab, Segment<DriveTab>>> = {
	level: { value: "level", label: "Level" },
	pwm: { value: "pwm", label: "PWM" },
	servo: { value: "servo", label: "Servo" },
	pulse: { value: "pulse", label: "Pulse" },
	hardware: { value: "hardware", label: "HW", title: "Hardware PWM and clock" },
};

function chipText(drive: PinDrive | undefined): string | undefined {
	if (drive === undefined) return undefined;
	return drive.kind === "pwm" ? "PWM running" : driveText(drive);
}

/** What makes a GPIO's level, and everything that could. */
export function DriveSection({
	gpio,
	board,
	disabled,
}: {
	readonly gpio: number;
	readonly board: Board;
	readonly disabled: boolean;
}) {
	const drive = usePin(gpio)?.drive;
	const picked = usePinsView((state) => state.driveTabs[gpio]);
	const tabs = drivesOf(hasReports(gpio));
	const tab = shownDrive(tabs, picked, drive);
	const chip = chipText(drive);
	return (
		<Section title="Drive" aside={chip === undefined ? undefined : <Chip tone="accent">{chip}</Chip>}>
			<Segments
				label="Drive"
				segments={tabs.map((each) => segments[each])}
				value={tab}
				onPick={(next) => pickDriveTab(gpio, next)}
			/>
			<div className={styles["spaced"]}>
				{tab === "level" && <LevelDrive gpio={gpio} disabled={disabled} />}
				{tab === "pwm" && <PwmDrive gpio={gpio} disabled={disabled} />}
				{tab === "servo" && <ServoDrive gpio={gpio} disabled={disabled} />}
				{tab === "pulse" && <PulseDrive gpio={gpio} disabled={disabled} />}
				{tab === "hardware" && <HardwareDrive gpio={gpio} board={board} disabled={disabled} />}
			</div>
		</Section>
	);
}
