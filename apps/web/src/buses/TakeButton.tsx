import { Button, Popover } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { type Ref, useState } from "react";
import styles from "./TakeButton.module.css";

interface Props {
	readonly label: string;
	readonly icon: LucideIcon;
	readonly variant?: "default" | "filled";
	readonly size: "sm" | "lg";
	readonly disabled: boolean;
	/** What would stop; with any of them it is asked first. */
	readonly warnings: readonly string[];
	readonly onRun: () => void;
	/** For who presses it by a key. */
	readonly buttonRef?: Ref<HTMLButtonElement>;
}

/** A button that starts something on GPIOs; it asks first when that would stop something else. */
export function TakeButton({
	label,
	icon: Icon,
	variant = "default",
	size,
	disabled,
	warnings,
	onRun,
	buttonRef,
}: Props) {
	const [isAsking, setAsking] = useState(false);
	const run = (): void => {
		setAsking(false);
		onRun();
	};
	return (
		<Popover opened={isAsking} onChange={setAsking} width={300} position="bottom-start" trapFocus>
			<Popover.Target>
				<Button
					ref={buttonRef ?? null}
					variant={variant}
					size={size}
					leftSection={<Icon size={14} />}
					disabled={disabled}
					onClick={() => (warnings.length === 0 ? run() : setAsking(true))}
				>
					{label}
				</Button>
			</Popover.Target>
			<Popover.Dropdown aria-label={label}>
				{warnings.map((warning) => (
					<p key={warning}>{warning}</p>
				))}
				<div className={styles["answers"]}>
					<Button size={size} variant="filled" onClick={run}>
						Take them
					</Button>
					<Button size={size} variant="subtle" onClick={() => setAsking(false)}>
						Cancel
					</Button>
				</div>
			</Popover.Dropdown>
		</Popover>
	);
}
