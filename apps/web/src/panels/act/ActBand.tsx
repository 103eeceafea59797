import { Eye, Unplug } from "lucide-react";
import type { ReactNode } from "react";
import { useActBar } from "../../stores/actBar.ts";
import { setArmed } from "../../stores/uiStore.ts";
import { AttentionBand } from "../../widgets/AttentionBand.tsx";

interface Props {
	/** What arming is for, as the end of a sentence: "trigger events". */
	readonly to: string;
	/** Looking needs the role, too, although it needs no arming: then only what lasts is told. */
	readonly onlyLooks?: boolean;
}

/** Why nothing can be sent from here, and the way out; nothing while something can. */
export function ActBand({ to, onlyLooks = false }: Props): ReactNode {
	const bar = useActBar();
	switch (bar) {
		case undefined:
			return null;
		case "disconnected":
			return (
				<AttentionBand icon={Unplug} what="Not connected.">
					Nothing can be sent now.
				</AttentionBand>
			);
		case "viewer":
			return (
				<AttentionBand icon={Eye} what="View only.">
					Your role can only watch.
				</AttentionBand>
			);
		case "viewOnly":
			return onlyLooks ? null : (
				<AttentionBand icon={Eye} what="View only." action={{ label: "Arm", run: () => setArmed(true) }}>
					Arm to {to}.
				</AttentionBand>
			);
	}
}
