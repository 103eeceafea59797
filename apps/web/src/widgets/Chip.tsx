import type { ReactNode } from "react";
import styles from "./Chip.module.css";

interface Props {
	readonly tone?: "plain" | "accent" | "attention" | "error" | "outline";
	readonly title?: string | undefined;
	readonly children: ReactNode;
}

/** A short fact in an 18 px box. */
export function Chip({ tone = "plain", title, children }: Props) {
	return (
		<span className={styles["chip"]} data-tone={tone} title={title}>
			{children}
		</span>
	);
}
