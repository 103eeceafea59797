import { Button } from "@mantine/core";
import { Play, Square, Trash2 } from "lucide-react";
import { useState } from "react";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { PanelPopover } from "../../widgets/PanelPopover.tsx";
import { paramsToSend } from "../library/paramValues.ts";
import { deleteStored, runStored, stopStored } from "../stored/actOnScripts.ts";
import { isAtWork } from "../stored/stateWords.ts";
import type { StoredScript } from "../stored/storedStore.ts";
import styles from "./Inspector.module.css";

interface Props {
	readonly script: StoredScript;
	/** Parameters as they were typed. */
	readonly values: readonly string[];
	/** It belongs to another session, which the bridge keeps it for. */
	readonly isOthers: boolean;
}

/** What can be done with a script that is not of this page. */
export function ForeignButtons({ script: { id, state }, values, isOthers }: Props) {
	const isBarred = useActBar() !== undefined || state === "deleting";
	const size = usePhone() ? "lg" : "xs";
	if (isOthers)
		return (
			<p className={styles["hint"]}>
				It belongs to another session: it can be watched here, and goes when that session leaves.
			</p>
		);
	return (
		<div className={styles["buttons"]}>
			{isAtWork(state) ? (
				<Button
					size={size}
					leftSection={<Square size={14} />}
					disabled={isBarred}
					onClick={() => void stopStored(id)}
				>
					Stop
				</Button>
			) : (
				<Button
					size={size}
					leftSection={<Play size={14} />}
					disabled={isBarred || paramsToSend(values, []) === undefined}
					onClick={() => void runStored(id, values)}
				>
					Run
				</Button>
			)}
			<DeleteForeign id={id} isBarred={isBarred} />
		</div>
	);
}

/** Nobody here can store it again, so it is asked for first. */
function DeleteForeign({ id, isBarred }: { readonly id: number; readonly isBarred: boolean }) {
	const [isOpen, setOpen] = useState(false);
	const size = usePhone() ? "lg" : "xs";
	return (
		<PanelPopover
			label={`Delete script ${id}`}
			isOpen={isOpen}
			onClose={() => setOpen(false)}
			width={240}
			position="bottom-end"
			className={styles["question"]}
			target={
				<Button
					size={size}
					variant="danger"
					leftSection={<Trash2 size={14} />}
					disabled={isBarred}
					onClick={() => setOpen(true)}
				>
					Delete
				</Button>
			}
		>
			<p>The program that stored script {id} may still need it, and its text cannot be read back.</p>
			<Button
				size={size}
				variant="danger"
				onClick={() => {
					setOpen(false);
					void deleteStored(id);
				}}
			>
				Delete script {id}
			</Button>
		</PanelPopover>
	);
}
