import { Lock } from "lucide-react";
import { lockPin } from "../../actions/pins/lockPin.ts";
import { ActBand } from "../../panels/act/index.ts";
import { AttentionBand } from "../../widgets/AttentionBand.tsx";
import type { ChangeBar } from "./useCanChange.ts";

/** Why nothing can be changed here, and the way out. */
export function ChangeBarBand({ bar, gpio }: { readonly bar: ChangeBar; readonly gpio: number }) {
	if (bar !== "locked") return <ActBand to="change pins" />;
	return (
		<AttentionBand
			icon={Lock}
			what="Locked."
			action={{ label: "Unlock", run: () => void lockPin(gpio, false) }}
		>
			No page changes it.
		</AttentionBand>
	);
}
