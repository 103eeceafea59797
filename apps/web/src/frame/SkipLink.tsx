import { focusMain } from "./regions.ts";
import styles from "./SkipLink.module.css";

/** Leads past header and views; seen while it has the focus. A link to #main would put that in the place of the page's route. */
export function SkipLink() {
	return (
		<button type="button" className={styles["skip"]} onClick={focusMain}>
			To main view
		</button>
	);
}
