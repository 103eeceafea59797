import { Eye, Lock, Unplug } from "lucide-react";
import { lockPin } from "../../actions/pins/lockPin.ts";
import { setArmed } from "../../stores/uiStore.ts";
import { AttentionBand } from "../../widgets/AttentionBand.tsx";
import type { ChangeBar } from "./useCanChange.ts";

/** Why nothing can be changed here, and the way out. */
export function ChangeBarBand({ bar, gpio }: { readonly bar: ChangeBar; readonly gpio: number }) {
	switch (bar) {
		case "viewOnly":
			return (
				<AttentionBand icon={Eye} what="View only." action={{ label: "Arm", run: () => setArmed(true) }}>
					Arm to change pins.
				</AttentionBand>
			);
		case "viewer":
			return (
				<AttentionBand icon={Eye} what="View only.">
					Your role can only watch.
				</AttentionBand>
			);
		case "locked":
			return (
				<AttentionBand
					icon={Lock}
					what="Locked."
					action={{ label: "Unlock", run: () => void lockPin(gpio, false) }}
				>
					No page changes it.
				</AttentionBand>
			);
		case "disconnected":
			return (
				<AttentionBand icon={Unplug} what="Not connected.">
					These are the last known facts.
				</AttentionBand>
			);
	}
}
