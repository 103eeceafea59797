import styles from "./StateDot.module.css";
import type { StoredScriptState } from "./storedStore.ts";

/** What a script is doing, as a dot; hollow while pigpiod has none. */
export function StateDot({ state }: { readonly state: StoredScriptState | undefined }) {
	return <span className={styles["dot"]} data-state={state ?? "none"} />;
}
