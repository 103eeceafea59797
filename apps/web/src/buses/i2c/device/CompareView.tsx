import { type DeviceKind, hexText } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { hexOf } from "../../../widgets/hexBytes.ts";
import { timeOfDay } from "../../timeOfDay.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { binaryText } from "../model/numbers.ts";
import { type Difference, differences } from "../model/reading.ts";
import { setOfDevice } from "../state/i2cStore.ts";
import { useI2c } from "../state/useI2c.ts";
import styles from "./CompareView.module.css";

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
	readonly kind: DeviceKind;
}

/** Where what a device holds differs from what it held when it was kept. */
export function CompareView({ bus, address, kind }: Props) {
	const key = deviceKey(bus, address);
	const reading = useI2c((state) => state.readings[key]);
	const kept = useI2c((state) => state.kept[key]);
	const found = kept !== undefined && reading !== undefined ? differences(kind, kept, reading) : [];
	return (
		<>
			<div className={styles["bar"]}>
				<span className={styles["words"]}>
					{kept === undefined
						? "Read all, keep what it holds, change something, and read all again."
						: found.length === 0
							? `The same as kept at ${timeOfDay(kept.at)}.`
							: `${found.length} ${found.length === 1 ? "place differs" : "places differ"} from what was kept at ${timeOfDay(kept.at)}.`}
				</span>
				<Button size="xs" disabled={reading === undefined} onClick={() => setOfDevice("kept", key, reading)}>
					{kept === undefined ? "Keep this reading" : "Keep anew"}
				</Button>
			</div>
			{found.length > 0 && <DifferenceTable found={found} />}
		</>
	);
}

function DifferenceTable({ found }: { readonly found: readonly Difference[] }) {
	return (
		<table className={styles["table"]}>
			<thead>
				<tr>
					<th>Reg</th>
					<th>Name</th>
					<th>Kept</th>
					<th>Now</th>
					<th>Bits that changed</th>
				</tr>
			</thead>
			<tbody>
				{found.map(({ place, name, before, after }) => (
					<tr key={place}>
						<td className={`mono ${styles["dim"]}`}>{hexText(place)}</td>
						<td>{name}</td>
						<td className="mono">{hexOf(before)}</td>
						<td className="mono">{hexOf(after)}</td>
						<td className={`mono ${styles["dim"]}`}>{changedBits(before, after)}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** 1 where a bit is another one than before. */
function changedBits(before: Uint8Array, after: Uint8Array): string {
	return Array.from(after, (byte, index) => binaryText(byte ^ (before[index] ?? 0))).join(" ");
}
