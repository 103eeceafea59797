import { hexText, scanAddresses } from "@gpioscope/logic";
import type { KeyboardEvent } from "react";
import { usePhone } from "../../../theme/phone.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
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

/** The addresses of a bus, sixteen in a row; who answered is a button, and arrows go from one to the next. */
export function ScanGrid({ bus, scan }: Props) {
	return (
		<table className={`mono ${styles["grid"]}`} aria-label="Addresses" onKeyDown={moveFocus}>
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

/** How far the arrow keys go along those who answered, in the order of their addresses. */
const ways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
	const way = ways[event.key];
	const { target, currentTarget } = event;
	if (way === undefined || !(target instanceof HTMLButtonElement)) return;
	event.preventDefault();
	event.stopPropagation();
	const found = [...currentTarget.querySelectorAll("button")];
	found.at((found.indexOf(target) + way) % found.length)?.focus();
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
				<abbr className={styles["busy"]} title={`${hexText(address)}: a driver of Linux holds it`}>
					UU
				</abbr>
			</td>
		);
	if (place < 0 || scan === undefined || place >= scan.asked)
		return (
			<td className={styles["reserved"]} aria-label={place < 0 ? "reserved" : "not asked"}>
				·
			</td>
		);
	return (
		<td className={styles["nobody"]} aria-label="nobody">
			–
		</td>
	);
}

function FoundCell({ bus, address }: { readonly bus: I2cBus; readonly address: number }) {
	const name = useI2c((state) => kindAt(state, bus, address).name);
	const isOpen = useI2c((state) => state.handles[deviceKey(bus, address)] !== undefined);
	const isCurrent = useAddress() === address;
	// A finger would not meet it: on a phone the list below chooses.
	if (usePhone())
		return (
			<span className={styles["found"]} data-open={isOpen || undefined} aria-current={isCurrent || undefined}>
				{hexText(address)}
			</span>
		);
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
