import { closerOf, type OpenHandle } from "@gpioscope/protocol";
import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { Eye } from "lucide-react";
import { useState } from "react";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { useArmed } from "../../stores/hooks.ts";
import { setArmed } from "../../stores/uiStore.ts";
import styles from "./HandlesSection.module.css";
import { handleKey, handleText, kindWords } from "./holdingText.ts";
import { freeHandles } from "./inspectDaemon.ts";

interface Props {
	readonly orphans: readonly OpenHandle[];
	readonly onClose: () => void;
}

/** Asks which handles to close: one that a program still uses is taken from it. */
export function FreeModal({ orphans, onClose }: Props) {
	const armed = useArmed();
	const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
	const [isBusy, setBusy] = useState(false);
	const picked = orphans.filter((handle) => chosen.has(handleKey(handle)));
	const choose = (handle: OpenHandle, isChosen: boolean): void => {
		const next = new Set(chosen);
		if (isChosen) next.add(handleKey(handle));
		else next.delete(handleKey(handle));
		setChosen(next);
	};
	const free = async (): Promise<void> => {
		setBusy(true);
		await freeHandles(picked);
		onClose();
	};
	return (
		<Modal opened onClose={onClose} title="Free handles that nobody here opened" centered>
			<div className={styles["modal"]}>
				<p>
					pigpiod keeps these for ever when their program ends without closing them. Whether it still runs
					cannot be seen from here: choose those that you know to be left over.
				</p>
				<Checkbox
					label="All"
					checked={picked.length === orphans.length}
					indeterminate={picked.length > 0 && picked.length < orphans.length}
					onChange={(event) => setChosen(new Set(event.currentTarget.checked ? orphans.map(handleKey) : []))}
				/>
				<ul className={styles["choices"]}>
					{orphans.map((handle) => (
						<li key={handleKey(handle)}>
							<Checkbox
								label={handleText(handle)}
								description={kindWords[handle.kind].closing}
								checked={chosen.has(handleKey(handle))}
								onChange={(event) => choose(handle, event.currentTarget.checked)}
							/>
						</li>
					))}
				</ul>
				{picked.length > 0 && <SameInCode calls={picked.map(closerOf)} />}
				{!armed && (
					<div className={styles["band"]}>
						<Eye size={16} />
						<span>
							<b>View only.</b> Arm to free handles.
						</span>
						<Button size="xs" variant="default" onClick={() => setArmed(true)}>
							Arm
						</Button>
					</div>
				)}
				<Group justify="flex-end" gap={8}>
					<Button variant="default" onClick={onClose}>
						Cancel
					</Button>
					<Button
						color="red"
						loading={isBusy}
						disabled={!armed || picked.length === 0}
						onClick={() => void free()}
					>
						{picked.length === 0 ? "Free" : `Free ${picked.length}`}
					</Button>
				</Group>
			</div>
		</Modal>
	);
}
