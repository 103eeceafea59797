import { ChevronDown, FlaskConical } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../stores/connectionStore.ts";
import { useNarrow } from "../theme/pageSize.ts";
import { Chip } from "../widgets/Chip.tsx";
import { PanelPopover } from "../widgets/PanelPopover.tsx";
import { HealthDot } from "./HealthDot.tsx";
import styles from "./TargetButton.module.css";
import { TargetMenu } from "./targets/TargetMenu.tsx";
import { HEALTH_WORDS, healthOf, targetLine } from "./targetText.ts";

/** The Pi on view and its state; opens the list of all, and what is known of this one. */
export function TargetButton() {
	const target = useConnection((state) => state.target);
	const health = useConnection((state) => healthOf(state.socket, state.target?.state));
	const isNarrow = useNarrow();
	const [isOpen, setOpen] = useState(false);
	const close = (): void => setOpen(false);
	return (
		<>
			<PanelPopover
				label="Target"
				width={340}
				isOpen={isOpen}
				onClose={close}
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
							<span className={styles["line"]}>{targetLine(target, isNarrow)}</span>
						</span>
						<ChevronDown size={14} className={styles["chevron"] ?? ""} />
					</button>
				}
			>
				<TargetMenu onDone={close} />
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
