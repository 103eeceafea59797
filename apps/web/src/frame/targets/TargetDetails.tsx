import { Button } from "@mantine/core";
import { bridge } from "../../bridge/index.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { addressText, HEALTH_WORDS } from "../targetText.ts";
import styles from "./TargetMenu.module.css";
import { useControlSize } from "./useControlSize.ts";

/** What is known of the Pi on view, and how to connect a real one. */
export function TargetDetails() {
	const target = useConnection((state) => state.target);
	const statistics = useConnection((state) => state.statistics);
	const size = useControlSize();
	if (target === undefined) return <p>Waiting for the bridge to name its Pis.</p>;
	const { state } = target;
	return (
		<section className={styles["details"]} aria-label={`About ${target.name}`}>
			<KeyValues
				rows={[
					["Address", addressText(target)],
					["State", state.kind === "stale" ? `no answer: ${state.reason}` : HEALTH_WORDS[state.kind]],
					["pigpiod", "version" in state ? `version ${state.version}` : undefined],
					["Revision", "revision" in state ? state.revision.toString(16).padStart(6, "0") : undefined],
					["Epoch", "epoch" in state ? state.epoch : undefined],
					[
						"Report path",
						statistics?.probeMs === undefined ? undefined : `${statistics.probeMs.toFixed(1)} ms`,
					],
				]}
			/>
			{target.warning !== undefined && <p className={styles["warning"]}>{target.warning}</p>}
			{target.simulated && (
				<p className={styles["hint"]}>
					This is a simulated Pi. Add a real one here, or start gpioscope with its address:{" "}
					<code className={styles["command"]}>npx --yes pnpm@10.34.9 start --pi HOST</code>
				</p>
			)}
			{state.kind === "disconnected" && (
				<Button size={size} variant="filled" onClick={() => bridge.retry()}>
					Try now
				</Button>
			)}
		</section>
	);
}
