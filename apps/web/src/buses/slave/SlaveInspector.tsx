import { useStore } from "zustand";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { readHex } from "../../widgets/hexBytes.ts";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import { wordText } from "./controlWord.ts";
import styles from "./slave.module.css";
import { slaveFormStore, slaveStore } from "./slave.ts";
import { FIFO_BYTES } from "./slaveStatus.ts";

/** The peripheral's state as it was last told, and what is sent as code. */
export function SlaveInspector() {
	const status = useStore(slaveStore, (state) => state.status);
	const running = useStore(slaveStore, (state) => state.running);
	const word = useStore(slaveFormStore, (state) => state.word);
	const hex = useStore(slaveFormStore, (state) => state.hex);
	const data = readHex(hex).bytes ?? new Uint8Array();
	return (
		<>
			<Section title="As last told">
				<KeyValues
					rows={[
						["Control word in force", running === undefined ? undefined : wordText(running)],
						["In the receive FIFO", levelText(status?.received)],
						["In the send FIFO", levelText(status?.toSend)],
						["Taken into it last", status?.copied],
						["Holds", status?.holds.join(", ") || undefined],
					]}
				/>
			</Section>
			<Section title="How it works">
				<p className={styles["text"]}>
					The chip has one slave. pigpiod triggers event 31 when it was used; then this page takes what came
					and gives what waits. The hardware keeps {FIFO_BYTES} bytes each way: what a master writes beyond
					them before they are taken is lost.
				</p>
			</Section>
			<SameInCode calls={[{ name: "transferBsc", args: { control: word, data } }]} />
		</>
	);
}

function levelText(level: number | undefined): string | undefined {
	return level === undefined ? undefined : `${level} of ${FIFO_BYTES}`;
}
