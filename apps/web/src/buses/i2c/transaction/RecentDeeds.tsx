import { Section } from "../../../widgets/Section.tsx";
import { useI2c } from "../state/useI2c.ts";
import styles from "./Transaction.module.css";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** What this page did last on the buses; the drawer's log has every command. */
export function RecentDeeds() {
	const deeds = useI2c((state) => state.deeds);
	if (deeds.length === 0) return null;
	return (
		<Section title="Done here">
			<ol className={styles["deeds"]}>
				{deeds.map(({ id, at, text, result, failed }) => (
					<li key={id} data-failed={failed || undefined}>
						<time>{clock.format(at)}</time>
						<span className={styles["what"]} title={text}>
							{text}
						</span>
						<span className={styles["outcome"]} title={result}>
							{result}
						</span>
					</li>
				))}
			</ol>
		</Section>
	);
}
