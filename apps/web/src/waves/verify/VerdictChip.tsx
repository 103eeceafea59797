import { Chip } from "../../widgets/Chip.tsx";
import { isRight, verdictText } from "./failures.ts";
import styles from "./VerdictChip.module.css";
import { setMode } from "./verifyActions.ts";
import { useVerify } from "./verifyStore.ts";

/** The verdict on the wave last played; leads to the comparison. */
export function VerdictChip() {
	const verdict = useVerify((state) => (state.kind === "done" ? state.verdict : undefined));
	if (verdict === undefined) return null;
	return (
		<button type="button" className={styles["chip"]} onClick={() => setMode("verify")}>
			<Chip tone={isRight(verdict) ? "accent" : "error"}>{verdictText(verdict)}</Chip>
		</button>
	);
}
