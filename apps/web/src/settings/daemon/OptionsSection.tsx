import { boardOf, isPermitted } from "@gpioscope/logic";
import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { daemonStore } from "../../stores/daemonStore.ts";
import { Section } from "../../widgets/Section.tsx";
import styles from "./DaemonPage.module.css";
import { knownOptions } from "./knownOptions.ts";

const GPIOS = Array.from({ length: 54 }, (_, gpio) => gpio);

/** Options of pigpiod that matter, and what holds of them as far as it can be known. */
export function OptionsSection() {
	const { inspection } = useStore(daemonStore);
	const [samplePeriod, probeMs] = useConnection((state) => [
		state.statistics?.samplePeriod,
		state.statistics?.probeMs,
	]);
	const [port, revision] = useConnection(({ target }) => [
		target?.address.port,
		target !== undefined && "revision" in target.state ? target.state.revision : undefined,
	]);
	const board = revision === undefined ? undefined : boardOf(revision);
	const options = knownOptions({
		samplePeriod,
		port,
		hasReports: probeMs !== undefined,
		inspection,
		usualGpios: board && GPIOS.filter((gpio) => isPermitted(board, gpio)),
	});
	const line = inspection?.options;
	return (
		<Section title="Options that matter">
			{line !== undefined && (
				<p className={styles["line"]}>
					Started with <code className="mono">{["pigpiod", ...line].join(" ")}</code>
				</p>
			)}
			<dl className={styles["options"]}>
				{options.map(({ letter, name, value, matters }) => (
					<div key={letter}>
						<dt>
							<code className={`mono ${styles["letter"]}`}>-{letter}</code> {name}
						</dt>
						<dd data-unknown={value === undefined || undefined}>{value ?? "not told"}</dd>
						<dd className={styles["matters"]}>{matters}</dd>
					</div>
				))}
			</dl>
			{inspection === undefined && (
				<p className={styles["note"]}>
					<em>Find others</em> asks for more of them. pigpiod tells few; all are known where it runs on
					gpioscope's own computer.
				</p>
			)}
		</Section>
	);
}
