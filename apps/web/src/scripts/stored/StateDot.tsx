import type { ScriptRunState } from "@gpioscope/protocol";
import styles from "./StateDot.module.css";

/** What a script is doing, as a dot; hollow while pigpiod has none. */
export function StateDot({ state }: { readonly state: ScriptRunState | undefined }) {
	return <span className={styles["dot"]} data-state={state ?? "none"} />;
}
