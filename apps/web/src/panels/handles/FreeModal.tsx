import { closerOf, type OpenHandle } from "@gpioscope/protocol";
import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { ActBand } from "../act/index.ts";
import { SameInCode } from "../code/SameInCode.tsx";
import styles from "./FreeModal.module.css";
import { handleKey, handleText, kindWords } from "./holdingText.ts";
import { freeHandles } from "./inspectDaemon.ts";

interface Props {
	readonly orphans: readonly OpenHandle[];
	readonly onClose: () => void;
}

/** Asks which handles to close: one that a program still uses is taken from it. */
export function FreeModal({ orphans, onClose }: Props) {
	const isBarred = useActBar() !== undefined;
	const size = usePhone() ? "lg" : "sm";
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
				<ActBand to="free handles" />
				<Group justify="flex-end" gap={8}>
					<Button size={size} variant="default" onClick={onClose}>
						Cancel
					</Button>
					<Button
						size={size}
						color="red"
						loading={isBusy}
						disabled={isBarred || picked.length === 0}
						onClick={() => void free()}
					>
						{picked.length === 0 ? "Free" : `Free ${picked.length}`}
					</Button>
				</Group>
			</div>
		</Modal>
	);
}
