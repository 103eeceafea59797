import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./AbilityOff.module.css";

interface Props {
	/** What is off, as the beginning of a sentence: "File commands". */
	readonly what: string;
	/** The word behind --allow. */
	readonly ability: "files" | "shell" | "custom";
	/** Why it is off, and what else it takes. */
	readonly children: ReactNode;
}

/** What stands in the place of a tool that this bridge was started without. */
export function AbilityOff({ what, ability, children }: Props) {
	return (
		<section className={styles["off"]} aria-label={`${what} are off`}>
			<Lock size={16} />
			<div>
				<p className={styles["head"]}>{what} are off on this bridge.</p>
				<p>
					To switch them on, start it with <code className="mono">gpioscope --allow {ability}</code>
				</p>
				{children}
			</div>
		</section>
	);
}
