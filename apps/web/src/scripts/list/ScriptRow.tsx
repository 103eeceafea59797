import { StateDot } from "../stored/StateDot.tsx";
import { stateWords } from "../stored/stateWords.ts";
import type { StoredScript } from "../stored/storedStore.ts";
import styles from "./ScriptList.module.css";

interface Props {
	readonly name: string;
	/** It, in pigpiod. */
	readonly stored: StoredScript | undefined;
	readonly isCurrent: boolean;
	readonly onOpen: () => void;
}

/** One script of the list, with what it is doing. */
export function ScriptRow({ name, stored, isCurrent, onOpen }: Props) {
	return (
		<li>
			<button type="button" className={styles["row"]} aria-current={isCurrent || undefined} onClick={onOpen}>
				<StateDot state={stored?.state} />
				<span className={styles["name"]}>{name}</span>
				<span className={styles["state"]}>
					{stored === undefined ? "not stored" : `script ${stored.id}, ${stateWords[stored.state]}`}
				</span>
			</button>
		</li>
	);
}
