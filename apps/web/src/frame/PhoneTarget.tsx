import { Drawer } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../stores/connectionStore.ts";
import { HealthDot } from "./HealthDot.tsx";
import styles from "./PhoneFrame.module.css";
import { TargetMenu } from "./targets/TargetMenu.tsx";
import { HEALTH_WORDS, healthOf, targetLine } from "./targetText.ts";

/** The Pi on view and its state on a phone; opens a sheet with all of them. */
export function PhoneTarget() {
	const target = useConnection((state) => state.target);
	const health = useConnection((state) => healthOf(state.socket, state.target?.state));
	const [isOpen, setOpen] = useState(false);
	const close = (): void => setOpen(false);
	return (
		<>
			<button
				type="button"
				className={styles["target"]}
				onClick={() => setOpen(true)}
				aria-haspopup="dialog"
				aria-expanded={isOpen}
				aria-label={`Target ${target?.name ?? ""}, ${HEALTH_WORDS[health]}`}
			>
				<HealthDot health={health} />
				<span className={styles["text"]}>
					<span className={styles["name"]}>{target?.name ?? "gpioscope"}</span>
					<span className={styles["line"]}>
						{target?.simulated === true ? "Simulated bench · " : ""}
						{targetLine(target, true)}
					</span>
				</span>
				<ChevronDown size={16} className={styles["chevron"] ?? ""} />
			</button>
			<Drawer opened={isOpen} onClose={close} position="bottom" size="80%" radius="xl" title="Pis">
				<TargetMenu onDone={close} />
			</Drawer>
		</>
	);
}
