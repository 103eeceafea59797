import { scanAddresses } from "@gpioscope/logic";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { hexText } from "../model/numbers.ts";
import { kindAt, type Scan, selectAddress } from "../state/i2cStore.ts";
import { useAddress, useI2c } from "../state/useI2c.ts";
import styles from "./ScanGrid.module.css";

const columns = Array.from({ length: 16 }, (_, index) => index);
const rows = Array.from({ length: 8 }, (_, index) => index * 16);

interface Props {
	readonly bus: I2cBus;
	/** undefined until the bus was scanned. */
	readonly scan: Scan | undefined;
}

/** The addresses of a bus, sixteen in a row; who answered is a button. */
export function ScanGrid({ bus, scan }: Props) {
	return (
		<table className={`mono ${styles["grid"]}`} aria-label="Addresses">
			<thead>
				<tr>
					<th aria-label="Address" />
					{columns.map((column) => (
						<th key={column} scope="col">
							{hexText(column, 1)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={row}>
						<th scope="row">{hexText(row)}</th>
						{columns.map((column) => (
							<Cell key={column} bus={bus} scan={scan} address={row + column} />
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Cell({ bus, scan, address }: Props & { readonly address: number }) {
	const place = scanAddresses.indexOf(address);
	if (scan?.found.includes(address) === true)
		return (
			<td>
				<FoundCell bus={bus} address={address} />
			</td>
		);
	if (scan?.busy.includes(address) === true)
		return (
			<td>
				<span className={styles["busy"]} title={`${hexText(address)}: a driver of Linux holds it`}>
					UU
				</span>
			</td>
		);
	if (place < 0 || scan === undefined || place >= scan.asked)
		return <td className={styles["reserved"]}>·</td>;
	return <td className={styles["nobody"]}>–</td>;
}

function FoundCell({ bus, address }: { readonly bus: I2cBus; readonly address: number }) {
	const name = useI2c((state) => kindAt(state, bus, address).name);
	const isOpen = useI2c((state) => state.handles[deviceKey(bus, address)] !== undefined);
	const isCurrent = useAddress() === address;
	return (
		<button
			type="button"
			className={styles["found"]}
			data-open={isOpen || undefined}
			aria-current={isCurrent || undefined}
			aria-label={`${hexText(address)}, ${name}${isOpen ? ", open" : ""}`}
			title={name}
			onClick={() => selectAddress(bus, address)}
		>
			{hexText(address)}
		</button>
	);
}
