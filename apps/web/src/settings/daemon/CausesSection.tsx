import { connectionHelp } from "@gpioscope/logic";
import { useConnection } from "../../stores/connectionStore.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "./DaemonPage.module.css";

/** What can be wrong on the way to pigpiod, by name; what is wrong now is marked. */
export function CausesSection() {
	const code = useConnection(({ target }) =>
		target?.state.kind === "disconnected" ? target.state.cause.code : undefined,
	);
	return (
		<Section title="When it does not connect">
			<ul className={styles["causes"]}>
				{Object.entries(connectionHelp).map(([cause, { title, shows, remedy }]) => (
					<li key={cause} data-now={cause === code || undefined}>
						<details open={cause === code || undefined}>
							<summary>
								{title} {cause === code && <Chip tone="error">now</Chip>}
							</summary>
							<p>{shows}</p>
							<p>
								<b>{remedy}</b>
							</p>
						</details>
					</li>
				))}
			</ul>
		</Section>
	);
}
