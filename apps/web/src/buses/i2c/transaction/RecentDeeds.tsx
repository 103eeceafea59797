import { Section } from "../../../widgets/Section.tsx";
import { timeOfDay } from "../../timeOfDay.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { useI2c } from "../state/useI2c.ts";
import styles from "./Transaction.module.css";

/** What this page did last on the buses; one of them has its code on view. The drawer's log has every command. */
export function RecentDeeds() {
	const deeds = useI2c((state) => state.deeds);
	const onView = useI2c((state) => state.deedOnView);
	if (deeds.length === 0) return null;
	return (
		<Section title="Done here">
			<ol className={styles["deeds"]}>
				{deeds.map(({ id, at, text, result, failed }) => (
					<li key={id} data-failed={failed || undefined}>
						<button
							type="button"
							className={styles["deed"]}
							aria-pressed={id === onView}
							onClick={() => i2cStore.setState({ deedOnView: id === onView ? undefined : id })}
						>
							<time>{timeOfDay(at)}</time>
							<span className={styles["what"]} title={text}>
								{text}
							</span>
							<span className={styles["outcome"]} title={result}>
								{result}
							</span>
						</button>
					</li>
				))}
			</ol>
		</Section>
	);
}
