import { Button } from "@mantine/core";
import { ChevronDown, FlaskConical } from "lucide-react";
import { useState } from "react";
import { bridge } from "../bridge/index.ts";
import { useConnection } from "../stores/connectionStore.ts";
import { Chip } from "../widgets/Chip.tsx";
import { KeyValues } from "../widgets/KeyValues.tsx";
import { PanelPopover } from "../widgets/PanelPopover.tsx";
import { HealthDot } from "./HealthDot.tsx";
import styles from "./TargetButton.module.css";
import { addressText, healthOf, targetLine } from "./targetText.ts";

const HEALTH_WORDS = {
	live: "connected",
	connecting: "connecting",
	stale: "no answer",
	disconnected: "not connected",
} as const;

/** The Pi on view and its state; opens what is known of it and how to connect another. */
export function TargetButton() {
	const target = useConnection((state) => state.target);
	const health = useConnection((state) => healthOf(state.socket, state.target?.state));
	const [isOpen, setOpen] = useState(false);
	return (
		<>
			<PanelPopover
				label="Target"
				width={320}
				isOpen={isOpen}
				onClose={() => setOpen(false)}
				target={
					<button
						type="button"
						onClick={() => setOpen(!isOpen)}
						className={styles["target"]}
						aria-label={`Target ${target?.name ?? ""}, ${HEALTH_WORDS[health]}`}
					>
						<HealthDot health={health} />
						<span className={styles["text"]}>
							<span className={styles["name"]}>{target?.name ?? "gpioscope"}</span>
							<span className={styles["line"]}>{targetLine(target)}</span>
						</span>
						<ChevronDown size={14} className={styles["chevron"] ?? ""} />
					</button>
				}
			>
				<TargetDetails />
			</PanelPopover>
			{target?.simulated === true && (
				<Chip tone="outline" title="No Pi is connected: these signals come from a simulated board.">
					<FlaskConical size={12} />
					<span className={styles["chipText"]}>Simulated bench</span>
				</Chip>
			)}
		</>
	);
}

function TargetDetails() {
	const target = useConnection((state) => state.target);
	const statistics = useConnection((state) => state.statistics);
	if (target === undefined) return <p>Waiting for the bridge to name its target.</p>;
	const { state } = target;
	return (
		<div className={styles["details"]}>
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
			<p className={styles["hint"]}>
				{target.simulated
					? "This is a simulated Pi. To watch a real one, start gpioscope with its address:"
					: "To watch another Pi, start gpioscope with its address:"}
			</p>
			<code className={styles["command"]}>npx --yes pnpm@10.34.9 start --pi HOST</code>
			{state.kind === "disconnected" && (
				<Button variant="filled" onClick={() => bridge.retry()}>
					Try now
				</Button>
			)}
		</div>
	);
}
