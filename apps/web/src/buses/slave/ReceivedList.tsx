import { Button } from "@mantine/core";
import { Download, Trash2 } from "lucide-react";
import { useStore } from "zustand";
import { usePhone } from "../../theme/phone.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { hexOf, printable } from "../../widgets/hexBytes.ts";
import { saveBytes } from "../../widgets/saveBytes.ts";
import { timeOfDay } from "../timeOfDay.ts";
import styles from "./slave.module.css";
import { slaveStore } from "./slave.ts";

/** What masters wrote, newest first. */
export function ReceivedList() {
	const received = useStore(slaveStore, (state) => state.received);
	const running = useStore(slaveStore, (state) => state.running);
	const size = usePhone() ? "lg" : "xs";
	const count = received.reduce((sum, { bytes }) => sum + bytes.length, 0);
	const isEmpty = received.length === 0;
	return (
		<section className={styles["received"]} aria-label="Received">
			<div className={styles["head"]}>
				<h2>Received</h2>
				<span className={styles["count"]}>{count === 1 ? "1 byte" : `${count} bytes`}</span>
				<Button
					size={size}
					variant="subtle"
					leftSection={<Download size={14} />}
					disabled={isEmpty}
					onClick={() => save()}
				>
					Save
				</Button>
				<Button
					size={size}
					variant="subtle"
					leftSection={<Trash2 size={14} />}
					disabled={isEmpty}
					onClick={() => slaveStore.setState({ received: [] })}
				>
					Clear
				</Button>
			</div>
			{isEmpty ? (
				<EmptyNote>
					{running === undefined
						? "Start the slave; what a master writes to it shows here."
						: "Waiting for a master. What it writes shows here."}
				</EmptyNote>
			) : (
				<ol aria-live="polite" className={styles["pieces"]}>
					{received.map(({ id, at, bytes }) => (
						<li key={id}>
							<span className={styles["time"]}>{timeOfDay(at)}</span>
							<code className="mono">{hexOf(bytes)}</code>
							<code className={`mono ${styles["ascii"]}`}>{Array.from(bytes, printable).join("")}</code>
						</li>
					))}
				</ol>
			)}
		</section>
	);
}

/** All that came, as it came, as one file. */
function save(): void {
	const pieces = slaveStore.getState().received.toReversed();
	saveBytes(
		"received.bin",
		"application/octet-stream",
		Uint8Array.from(pieces.flatMap(({ bytes }) => [...bytes])),
	);
}
