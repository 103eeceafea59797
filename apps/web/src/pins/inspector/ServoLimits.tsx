import { Button, Popover } from "@mantine/core";
import { useState } from "react";
import { safeServoLimits, servoLimits } from "../model/servoWidth.ts";
import { narrowServo, usePinsView, widenServo } from "../pinsViewStore.ts";
import styles from "./inspector.module.css";

interface Props {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}

/** The limits of a servo's pulse: safe ones, or all that pigpiod sends after a question. */
export function ServoLimits({ gpio, disabled, touch = false }: Props) {
	const isWide = usePinsView((state) => state.wideServos[gpio] === true);
	const [asking, setAsking] = useState(false);
	const size = touch ? "lg" : "compact-xs";
	if (isWide)
		return (
			<Button size={size} variant="subtle" disabled={disabled} onClick={() => narrowServo(gpio)}>
				Back to {safeServoLimits.min} to {safeServoLimits.max} µs
			</Button>
		);
	return (
		<Popover
			opened={asking}
			onChange={setAsking}
			width={280}
			withArrow
			trapFocus
			returnFocus
			withRoles={false}
		>
			<Popover.Target>
				<Button size={size} variant="subtle" disabled={disabled} onClick={() => setAsking(true)}>
					Widen limits…
				</Button>
			</Popover.Target>
			<Popover.Dropdown role="dialog" aria-label="Widen limits">
				<p className={styles["question"]}>
					Beyond {safeServoLimits.min} to {safeServoLimits.max} µs many servos run against their stops, which
					strips gears and burns motors.
				</p>
				<div className={styles["answers"]}>
					<Button
						size={touch ? "md" : "xs"}
						variant="filled"
						onClick={() => {
							setAsking(false);
							widenServo(gpio);
						}}
					>
						Allow {servoLimits.min} to {servoLimits.max} µs
					</Button>
					<Button size={touch ? "md" : "xs"} variant="subtle" onClick={() => setAsking(false)}>
						Cancel
					</Button>
				</div>
			</Popover.Dropdown>
		</Popover>
	);
}
