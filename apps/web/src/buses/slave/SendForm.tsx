import { Button } from "@mantine/core";
import { Eraser, RotateCw, Send } from "lucide-react";
import { useStore } from "zustand";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { BytesField } from "../../widgets/BytesField.tsx";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { useFieldGroup, useIsWrong } from "../../widgets/fieldGroup.ts";
import { hexOf, readHex } from "../../widgets/hexBytes.ts";
import { Section } from "../../widgets/Section.tsx";
import styles from "./slave.module.css";
import { slave, slaveFormStore, slaveStore } from "./slave.ts";
import { FIFO_BYTES } from "./slaveStatus.ts";

/** Most bytes that may wait. */
const LONGEST_QUEUE = 4096;
/** So many of them are shown. */
const SHOWN = 24;

/** What a master is to read: put in here, it waits until the send FIFO has room. */
export function SendForm() {
	const hex = useStore(slaveFormStore, (state) => state.hex);
	const queue = useStore(slaveStore, (state) => state.queue);
	const given = useStore(slaveStore, (state) => state.given);
	const running = useStore(slaveStore, (state) => state.running);
	const isBarred = useActBar() !== undefined;
	const size = usePhone() ? "lg" : "xs";
	const fields = useFieldGroup();
	const isWrong = useIsWrong(fields);
	const { bytes } = readHex(hex);
	const room = LONGEST_QUEUE - queue.length;
	const tooMany = bytes !== undefined && bytes.length > room;
	const canGive = bytes !== undefined && bytes.length > 0 && !isWrong && !isBarred;
	const give = (): void => {
		if (!canGive) return;
		slaveFormStore.setState({ hex: "" });
		void slave.give(bytes);
	};
	return (
		<Section title="For the master to read" aside={`${given} given since the start`}>
			<FieldForm fields={fields} onSubmit={give}>
				<BytesField
					label="Bytes to send"
					hex={hex}
					problem={tooMany ? `At most ${room} more bytes may wait; these are ${bytes.length}.` : undefined}
					onChange={(next) => slaveFormStore.setState({ hex: next })}
				/>
			</FieldForm>
			<p className={styles["queue"]}>
				{queue.length === 0
					? `Nothing waits. The send FIFO has room for ${FIFO_BYTES} bytes.`
					: `${queue.length} wait for room: ${hexOf(queue.subarray(0, SHOWN))}${queue.length > SHOWN ? " …" : ""}`}
			</p>
			<div className={styles["buttons"]}>
				<Button size={size} leftSection={<Send size={14} />} disabled={!canGive} onClick={give}>
					Give
				</Button>
				<Button
					size={size}
					variant="subtle"
					leftSection={<RotateCw size={14} />}
					disabled={isBarred || running === undefined}
					onClick={() => void slave.look()}
				>
					Look now
				</Button>
				<Button
					size={size}
					variant="subtle"
					leftSection={<Eraser size={14} />}
					disabled={isBarred || (running === undefined && queue.length === 0)}
					onClick={() => void slave.clear()}
				>
					Empty the FIFOs
				</Button>
			</div>
		</Section>
	);
}
