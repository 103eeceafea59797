import { boardOf } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { bridge } from "../../bridge/index.ts";
import { HealthDot } from "../../frame/HealthDot.tsx";
import { addressText, healthOf } from "../../frame/targetText.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "./DaemonPage.module.css";

const STATE_WORDS = {
	live: "Connected",
	connecting: "Connecting",
	stale: "No answer",
	disconnected: "Not connected",
} as const;

/** Which daemon it is, on which board, and how the connection stands. */
export function FactsSection() {
	const target = useConnection((state) => state.target);
	const health = useConnection((state) => healthOf(state.socket, state.target?.state));
	const [viewers, samplePeriod, lost] = useConnection((state) => [
		state.viewers,
		state.statistics?.samplePeriod,
		state.statistics?.lost,
	]);
	if (target === undefined) return <Section title="pigpiod">Waiting for gpioscope.</Section>;
	const { state } = target;
	const known = "version" in state ? state : undefined;
	return (
		<Section title={target.simulated ? "pigpiod, simulated" : "pigpiod"}>
			<p className={styles["state"]} role="status">
				<HealthDot health={health} />
				<b>{STATE_WORDS[health]}</b>
				{known !== undefined && <span>since {new Date(known.since).toLocaleTimeString("en-GB")}</span>}
			</p>
			{state.kind === "disconnected" && (
				<p className={styles["trouble"]}>
					<span>
						<b>{state.cause.message}</b> {state.cause.remedy}
					</span>
					<Button size="xs" variant="default" onClick={() => bridge.retry()}>
						Try now
					</Button>
				</p>
			)}
			{state.kind === "stale" && <p className={styles["warning"]}>{state.reason}</p>}
			{target.warning !== undefined && <p className={styles["warning"]}>{target.warning}</p>}
			<KeyValues
				rows={[
					["Target", target.name],
					["Address", addressText(target)],
					["Answers at", known?.address],
					["Version", known && versionText(known.version)],
					["Board", known && boardOf(known.revision).name],
					["Revision", known?.revision.toString(16).padStart(6, "0")],
					["Sample period", samplePeriod === undefined ? undefined : `${samplePeriod} µs`],
					["Reports lost", known && (lost === 0 ? "none" : lost)],
					["Pages open", viewers],
				]}
			/>
		</Section>
	);
}

/** Facts about older versions that change what can be done. */
const FIRST_WITH_KEEPALIVE = 68;
const LAST_RELEASE = 79;

function versionText(version: number): string {
	if (version < FIRST_WITH_KEEPALIVE) return `${version}, too old: use ${LAST_RELEASE}`;
	return version < LAST_RELEASE ? `${version}, the last one is ${LAST_RELEASE}` : String(version);
}
