import { ActionKeys } from "../actions/ActionKeys.tsx";
import { showKeys } from "../actions/frameActions.ts";
import { useConnection } from "../stores/connectionStore.ts";
import { showDaemon } from "../stores/settingsPage.ts";
import { Figure } from "../widgets/Figure.tsx";
import { rateText } from "../widgets/rateText.ts";
import styles from "./StatusBar.module.css";
import type { ViewDefinition } from "./viewDefinition.ts";

/** Figures about the flow of data, in fixed cells so that nothing moves while they change. */
export function StatusBar({ view: { StatusItems } }: { readonly view: ViewDefinition }) {
	const statistics = useConnection((state) => state.statistics);
	const samplePeriod = useConnection((state) =>
		state.target !== undefined && "samplePeriod" in state.target.state
			? state.target.state.samplePeriod
			: undefined,
	);
	const lost = statistics?.lost ?? 0;
	return (
		<footer className={styles["bar"]}>
			<button type="button" className={styles["figures"]} onClick={showDaemon}>
				<span className="visuallyHidden">Show the daemon: </span>
				<Figure label="Reports" width={9} value={statistics && rateText(statistics.reportsPerSecond)} />
				<Figure
					label="Probe"
					width={7}
					value={statistics?.probeMs === undefined ? undefined : `${statistics.probeMs.toFixed(1)} ms`}
				/>
				<Figure
					label="Sample"
					width={5}
					value={samplePeriod === undefined ? undefined : `${samplePeriod} µs`}
				/>
				<Figure label="Lost" width={6} value={lost === 0 ? "none" : String(lost)} attention={lost > 0} />
			</button>
			{StatusItems !== undefined && <StatusItems />}
			<span className={styles["space"]} />
			<button type="button" className={styles["keys"]} onClick={() => showKeys.run()}>
				Press <ActionKeys action={showKeys} /> for keys
			</button>
		</footer>
	);
}
