import styles from "./HealthDot.module.css";
import type { Health } from "./targetText.ts";

/** The state of the connection as a dot; words beside it say the same. */
export function HealthDot({ health }: { readonly health: Health }) {
	return <span className={styles["dot"]} data-health={health} />;
}
