import { type DeviceKind, meaningText, registersOf } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { Activity, Copy } from "lucide-react";
import { showError } from "../../../actions/showError.ts";
import { usePhone } from "../../../theme/phone.ts";
import { Chip } from "../../../widgets/Chip.tsx";
import { copyText } from "../../../widgets/copyText.ts";
import { hexOf, printable } from "../../../widgets/hexBytes.ts";
import { IconButton } from "../../../widgets/IconButton.tsx";
import { Section } from "../../../widgets/Section.tsx";
import { showWindow } from "../../lineWindow.ts";
import { meaningIn, registersWithin, valueIn } from "../model/reading.ts";
import { kindAt, type TransactionResult } from "../state/i2cStore.ts";
import { useBus, useI2c } from "../state/useI2c.ts";
import styles from "./Transaction.module.css";

/** Meanings that are told beside the bytes. */
const TOLD = 8;

/** What the last transaction answered, what that means, and where it is in the trace. */
export function ResultSection() {
	const result = useI2c((state) => state.result);
	const isPhone = usePhone();
	if (result === undefined)
		return (
			<Section title="Result">
				<p className={styles["none"]}>What is read by hand or by a transaction is shown here.</p>
			</Section>
		);
	const { bytes, milliseconds, window } = result;
	const text = hexOf(bytes);
	const size = isPhone ? "lg" : "xs";
	return (
		<Section
			title={
				<>
					Result{" "}
					<Chip tone="accent">
						{bytes.length === 0 ? "done" : `${bytes.length} ${bytes.length === 1 ? "byte" : "bytes"}`},{" "}
						{milliseconds.toFixed(1)} ms
					</Chip>
				</>
			}
			aside={
				<IconButton
					icon={Copy}
					label="Copy the bytes"
					size={size}
					disabled={bytes.length === 0}
					onClick={() => void copyText(text).catch((error: unknown) => showError("Copy", error))}
				/>
			}
		>
			{bytes.length > 0 && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
				<p className={`mono ${styles["bytes"]}`} tabIndex={0}>
					{text}
				</p>
			)}
			<Words result={result} />
			{window !== undefined && (
				<div className={styles["foot"]}>
					<Button
						size={size}
						leftSection={<Activity size={14} />}
						onClick={() =>
							void showWindow(window).catch((error: unknown) => showError("Open in scope", error))
						}
					>
						Open in scope
					</Button>
				</div>
			)}
		</Section>
	);
}

/** What the bytes mean, where the device is known; otherwise their letters. */
function Words({ result: { bytes, register, address } }: { readonly result: TransactionResult }) {
	const bus = useBus();
	const kind = useI2c((state) => kindAt(state, bus, address));
	if (bytes.length === 0) return null;
	const told = register === undefined ? [] : meaningsOf(kind, register, bytes);
	if (told.length > 0) return <p className={styles["words"]}>{told.slice(0, TOLD).join(", ")}</p>;
	return <p className={`mono ${styles["words"]}`}>{Array.from(bytes, printable).join("")}</p>;
}

/** What the registers say that lie wholly within bytes read from one of them on. */
function meaningsOf(kind: DeviceKind, from: number, bytes: Uint8Array): readonly string[] {
	const values = registersWithin(kind, from, bytes);
	const reading = { values, changed: new Set<number>(), at: 0 };
	return registersOf(kind).flatMap((register) => {
		const value = valueIn(reading, register);
		const text = value === undefined ? "" : meaningText(meaningIn(kind, reading, register, value));
		return text === "" ? [] : [text];
	});
}
