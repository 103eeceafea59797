import { Switch, Tooltip } from "@mantine/core";
import { ActionKeys } from "../actions/ActionKeys.tsx";
import { toggleArmed } from "../actions/frameActions.ts";
import { useConnection } from "../stores/connectionStore.ts";
import { useArmed } from "../stores/hooks.ts";
import { useNameBeside } from "../stores/useBeside.ts";
import styles from "./ArmSwitch.module.css";

/** View only or armed: nothing on the page changes a pin while it is off. */
export function ArmSwitch() {
	const armed = useArmed();
	const name = useNameBeside();
	const isViewer = useConnection((state) => state.role === "viewer");
	const tip = isViewer ? (
		"Your role can only watch."
	) : (
		<>
			{armed ? "Go back to view only" : "Arm: let this page change pins"} <ActionKeys action={toggleArmed} />
		</>
	);
	return (
		<Tooltip label={tip}>
			<div className={styles["arm"]} data-armed={armed || undefined}>
				<Switch
					size="xs"
					checked={armed}
					disabled={isViewer}
					onChange={() => toggleArmed.run()}
					label={
						<>
							{armed ? "Armed" : "View only"}
							{name !== undefined && <span className="visuallyHidden"> on {name}</span>}
						</>
					}
				/>
			</div>
		</Tooltip>
	);
}
