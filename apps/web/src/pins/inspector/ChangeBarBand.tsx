import { Eye, Lock, Unplug } from "lucide-react";
import { lockPin } from "../../actions/pins/lockPin.ts";
import { setArmed } from "../../stores/uiStore.ts";
import styles from "./inspector.module.css";
import type { ChangeBar } from "./useCanChange.ts";

/** Why nothing can be changed here, and the way out. */
export function ChangeBarBand({ bar, gpio }: { readonly bar: ChangeBar; readonly gpio: number }) {
	switch (bar) {
		case "viewOnly":
			return (
				<div className={styles["band"]}>
					<Eye size={16} />
					<span>
						<b>View only.</b> Arm to change pins.
					</span>
					<button type="button" className={styles["arm"]} onClick={() => setArmed(true)}>
						Arm
					</button>
				</div>
			);
		case "viewer":
			return (
				<div className={styles["band"]}>
					<Eye size={16} />
					<span>
						<b>View only.</b> Your role can only watch.
					</span>
				</div>
			);
		case "locked":
			return (
				<div className={styles["band"]}>
					<Lock size={16} />
					<span>
						<b>Locked.</b> No page changes it.
					</span>
					<button type="button" className={styles["arm"]} onClick={() => void lockPin(gpio, false)}>
						Unlock
					</button>
				</div>
			);
		case "disconnected":
			return (
				<div className={styles["band"]}>
					<Unplug size={16} />
					<span>
						<b>Not connected.</b> These are the last known facts.
					</span>
				</div>
			);
	}
}
