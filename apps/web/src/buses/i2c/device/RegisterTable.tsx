import { type DeviceKind, type DeviceRegister, registerBytes, registersOf, sizeOf } from "@gpioscope/logic";
import { useState } from "react";
import { writeRegister } from "../deeds/accessDevice.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { binaryText, hexText, parseHexFirst } from "../model/numbers.ts";
import { type DeviceReading, meaningIn, valueIn } from "../model/reading.ts";
import { useCanUse } from "../state/useCanUse.ts";
import { useI2c } from "../state/useI2c.ts";
import styles from "./RegisterTable.module.css";

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
	readonly kind: DeviceKind;
}

/** The registers of a device with what they hold and what that means; a value is changed where it stands. */
export function RegisterTable({ bus, address, kind }: Props) {
	const reading = useI2c((state) => state.readings[deviceKey(bus, address)]);
	return (
		<table className={styles["table"]}>
			<thead>
				<tr>
					<th className={styles["right"]}>Reg</th>
					<th>Name</th>
					<th>Hex</th>
					<th className={`${styles["right"]} ${styles["wide"]}`}>Dec</th>
					<th className={styles["wide"]}>Binary</th>
					<th className={styles["meaning"]}>Meaning</th>
				</tr>
			</thead>
			<tbody>
				{registersOf(kind).map((register) => (
					<Row
						key={register.address}
						bus={bus}
						address={address}
						kind={kind}
						register={register}
						reading={reading}
					/>
				))}
			</tbody>
		</table>
	);
}

interface RowProps extends Props {
	readonly register: DeviceRegister;
	readonly reading: DeviceReading | undefined;
}

function Row({ bus, address, kind, register, reading }: RowProps) {
	const value = valueIn(reading, register);
	const hasChanged = reading?.changed.has(register.address) === true;
	return (
		<tr data-changed={hasChanged || undefined}>
			<td className={`mono ${styles["right"]} ${styles["dim"]}`}>{hexText(register.address)}</td>
			<td>{register.name}</td>
			<td className="mono">
				<ValueCell bus={bus} address={address} register={register} value={value} />
			</td>
			<td className={`mono ${styles["right"]} ${styles["decimal"]} ${styles["wide"]}`}>{value ?? "–"}</td>
			<td className={`mono ${styles["dim"]} ${styles["wide"]}`}>{bitsOf(register, value)}</td>
			<Meaning kind={kind} reading={reading} register={register} value={value} />
		</tr>
	);
}

/** Registers of up to so many bytes show their bits; in longer ones no single bit means anything. */
const BYTES_AS_BITS = 2;

function bitsOf(register: DeviceRegister, value: number | undefined): string {
	const size = sizeOf(register);
	return value === undefined || size > BYTES_AS_BITS ? "–" : binaryText(value, size);
}

interface MeaningProps {
	readonly kind: DeviceKind;
	readonly register: DeviceRegister;
	readonly reading: DeviceReading | undefined;
	readonly value: number | undefined;
}

function Meaning({ kind, register, reading, value }: MeaningProps) {
	if (value === undefined) return <td className={styles["meaning"]}>{unreadWords(register)}</td>;
	const meaning = meaningIn(kind, reading, register, value);
	return typeof meaning === "string" ? (
		<td className={styles["meaning"]}>{meaning}</td>
	) : (
		<td className={`${styles["meaning"]} ${styles["attention"]}`}>{meaning.text}</td>
	);
}

function unreadWords({ access, readChanges }: DeviceRegister): string {
	if (access === "writeOnly") return "can only be written";
	return readChanges === true ? "reading changes it; read it by itself below" : "";
}

interface ValueProps {
	readonly bus: I2cBus;
	readonly address: number;
	readonly register: DeviceRegister;
	readonly value: number | undefined;
}

/** A value in hex; clicked it is a field whose Enter writes. */
function ValueCell({ bus, address, register, value }: ValueProps) {
	const [text, setText] = useState<string>();
	const canUse = useCanUse();
	const size = sizeOf(register);
	const shown = value === undefined ? "–" : hexText(value, size * 2);
	if (register.access === "readOnly" || (!canUse && text === undefined)) return shown;
	if (text === undefined)
		return (
			<button
				type="button"
				className={styles["value"]}
				aria-label={`Change ${register.name} at ${hexText(register.address)}, now ${shown}`}
				onClick={() => setText(value === undefined ? "" : shown)}
			>
				{shown}
			</button>
		);
	const typed = parseHexFirst(text);
	const isValid = typed !== undefined && typed < 256 ** size;
	return (
		<input
			// biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
			autoFocus
			className={styles["field"]}
			aria-label={`New value of ${hexText(register.address)} in hex`}
			aria-invalid={text !== "" && !isValid}
			title={`00 to ${"FF".repeat(size)} in hex; Enter writes it`}
			value={text}
			onFocus={(event) => event.currentTarget.select()}
			onChange={(event) => setText(event.currentTarget.value)}
			onBlur={() => setText(undefined)}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Escape") setText(undefined);
				if (event.key !== "Enter" || !isValid || !canUse) return;
				setText(undefined);
				void writeRegister(bus, address, register, registerBytes(register, typed));
			}}
		/>
	);
}
