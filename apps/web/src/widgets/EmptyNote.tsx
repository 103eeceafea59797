import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./EmptyNote.module.css";

interface Props {
	readonly icon?: LucideIcon;
	readonly children: ReactNode;
	/** One button that leads out. */
	readonly action?: ReactNode;
}

/** What an empty place says: what belongs there and how to get it. */
export function EmptyNote({ icon: Icon, children, action }: Props) {
	return (
		<div className={styles["note"]}>
			{Icon !== undefined && <Icon size={16} />}
			<span>{children}</span>
			{action}
		</div>
	);
}
