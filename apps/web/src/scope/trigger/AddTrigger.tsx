import { piscopePreset } from "@gpioscope/logic";
import { Grid2x2 } from "lucide-react";
import { addTrigger } from "./editTriggers.ts";
import { openTriggers } from "./panelStore.ts";
import styles from "./trigger.module.css";
import { firstChannel, likelyChannel } from "./triggerChannels.ts";
import { type TriggerKind, triggerKinds, usualAction } from "./triggerKinds.ts";

/** Kinds of triggers to add; the editor of the new one opens. */
export function AddTrigger({ onAdded }: { readonly onAdded: () => void }) {
	const add = ({ stages }: TriggerKind): void => {
		const added = addTrigger({ stages: stages(likelyChannel(), firstChannel()), action: usualAction });
		onAdded();
		if (added !== undefined) openTriggers(added.number);
	};
	const addPiscopes = (): void => {
		for (const trigger of piscopePreset()) addTrigger(trigger);
		onAdded();
	};
	return (
		<ul className={styles["kinds"]} aria-label="Kinds of triggers">
			{triggerKinds.map((kind) => (
				<li key={kind.id}>
					<button type="button" onClick={() => add(kind)}>
						<kind.icon size={16} />
						<span>
							{kind.label}
							<span className={styles["summary"]}>{kind.summary}</span>
						</span>
					</button>
				</li>
			))}
			<li>
				<button type="button" onClick={addPiscopes}>
					<Grid2x2 size={16} />
					<span>
						piscope's four
						<span className={styles["summary"]}>Four patterns that count, as piscope starts with them.</span>
					</span>
				</button>
			</li>
		</ul>
	);
}
