import type { ReactNode } from "react";
import styles from "./FormRow.module.css";

interface Props {
	readonly label: string;
	/** What must be known beside it, right of the label. */
	readonly hint?: ReactNode;
	readonly children: ReactNode;
}

/** A control under its name. The control bears the same name itself. */
export function FormRow({ label, hint, children }: Props) {
	return (
		<div className={styles["row"]}>
			<div className={styles["head"]}>
				<span aria-hidden>{label}</span>
				{hint !== undefined && <span className={styles["hint"]}>{hint}</span>}
			</div>
			{children}
		</div>
	);
}
