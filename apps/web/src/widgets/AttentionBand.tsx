import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./AttentionBand.module.css";

interface Props {
	readonly icon: LucideIcon;
	/** In a word or two. */
	readonly what: string;
	/** The way out. */
	readonly action?: { readonly label: string; readonly run: () => void };
	/** What it means. */
	readonly children: ReactNode;
}

/** Across the head of a panel: why nothing can be done here, and the way out. */
export function AttentionBand({ icon: Icon, what, action, children }: Props) {
	return (
		<div className={styles["band"]} role="status">
			<Icon size={16} />
			<span>
				<b>{what}</b> {children}
			</span>
			{action !== undefined && (
				<button type="button" className={styles["action"]} onClick={action.run}>
					{action.label}
				</button>
			)}
		</div>
	);
}
