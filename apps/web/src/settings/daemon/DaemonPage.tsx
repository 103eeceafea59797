import { CausesSection } from "./CausesSection.tsx";
import styles from "./DaemonPage.module.css";
import { FactsSection } from "./FactsSection.tsx";
import { HandlesSection } from "./HandlesSection.tsx";
import { HealthSection } from "./HealthSection.tsx";
import { LinesSection } from "./LinesSection.tsx";
import { OptionsSection } from "./OptionsSection.tsx";
import { WavesSection } from "./WavesSection.tsx";

/** All that is known of the daemon: what it is, how it does, what is open in it, and what to do when it fails. */
export function DaemonPage() {
	return (
		<div className={styles["page"]}>
			<div className={styles["grid"]}>
				<div className={styles["column"]}>
					<FactsSection />
					<WavesSection />
					<OptionsSection />
				</div>
				<div className={styles["column"]}>
					<HealthSection />
					<HandlesSection />
					<LinesSection />
					<CausesSection />
				</div>
			</div>
		</div>
	);
}
