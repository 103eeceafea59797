import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useActBar } from "../stores/actBar.ts";
import { usePhone } from "../theme/phone.ts";
import { Chip } from "../widgets/Chip.tsx";
import styles from "./lines.module.css";

interface Props {
	/** Handle of what pigpiod keeps for it, and as what it was opened; undefined while it is closed. */
	readonly open: { readonly handle: number | undefined; readonly as: string } | undefined;
	/** What stands beside *Closed*. */
	readonly closedText: ReactNode;
	/** That tells what is wrong. */
	readonly isProblem?: boolean;
	/** What opens it. */
	readonly opener: ReactNode;
	readonly onClose: () => void;
}

/** Whether pigpiod has lines open for this page, and what opens or closes them. */
export function OpenBar({ open, closedText, isProblem = false, opener, onClose }: Props) {
	const bar = useActBar();
	const size = usePhone() ? "lg" : "sm";
	if (open === undefined)
		return (
			<div className={styles["state"]}>
				<Chip tone="outline">Closed</Chip>
				<span className={styles[isProblem ? "problem" : "hint"]}>{closedText}</span>
				{opener}
			</div>
		);
	return (
		<div className={styles["state"]}>
			<Chip tone="accent">{open.handle === undefined ? "Open" : `Open, handle ${open.handle}`}</Chip>
			<span className={styles["hint"]}>{open.as}</span>
			<Button size={size} disabled={bar !== undefined} onClick={onClose}>
				Close
			</Button>
		</div>
	);
}
