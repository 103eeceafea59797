import { Eye, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { useActBar } from "../../stores/actBar.ts";
import { setArmed } from "../../stores/uiStore.ts";
import styles from "./ActBand.module.css";

interface Props {
	/** What arming is for, as the end of a sentence: "trigger events". */
	readonly to: string;
	/** Looking needs the role, too, although it needs no arming: then only what lasts is told. */
	readonly onlyLooks?: boolean;
}

/** Why nothing can be sent from here, and the way out; nothing while something can. */
export function ActBand({ to, onlyLooks = false }: Props): ReactNode {
	const bar = useActBar();
	if (bar === undefined || (onlyLooks && bar === "viewOnly")) return null;
	return (
		<div className={styles["band"]} role="status">
			{bar === "disconnected" ? <Unplug size={16} /> : <Eye size={16} />}
			<span>
				{bar === "disconnected" && (
					<>
						<b>Not connected.</b> Nothing can be sent now.
					</>
				)}
				{bar === "viewer" && (
					<>
						<b>View only.</b> Your role can only watch.
					</>
				)}
				{bar === "viewOnly" && (
					<>
						<b>View only.</b> Arm to {to}.
					</>
				)}
			</span>
			{bar === "viewOnly" && (
				<button type="button" className={styles["arm"]} onClick={() => setArmed(true)}>
					Arm
				</button>
			)}
		</div>
	);
}
