import {
	type DeviceKind,
	type DeviceRegister,
	hexText,
	meaningText,
	registerBytes,
	registersOf,
	sizeOf,
} from "@gpioscope/logic";
import { useId, useState } from "react";
import { writeRegister } from "../deeds/accessDevice.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { binaryText, parseHexFirst } from "../model/numbers.ts";
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
	const [draft, setDraft] = useState<string>();
	const canUse = useCanUse();
	const value = valueIn(reading, register);
	const hasChanged = reading?.changed.has(register.address) === true;
	const typed = draft === undefined ? undefined : readRegister(register, draft);
	const meaningId = useId();
	return (
		<tr data-changed={hasChanged || undefined}>
			<td className={`mono ${styles["right"]} ${styles["dim"]}`}>{hexText(register.address)}</td>
			<td>{register.name}</td>
			<td className="mono">
				{draft === undefined ? (
					<Value register={register} value={value} canChange={canUse} onChange={setDraft} />
				) : (
					<ValueField
						register={register}
						text={draft}
						isWrong={typed === undefined && draft !== ""}
						describedBy={meaningId}
						onText={setDraft}
						onKeep={() => {
							if (typed === undefined || !canUse) return;
							setDraft(undefined);
							void writeRegister(bus, address, register, registerBytes(register, typed));
						}}
					/>
				)}
			</td>
			<td className={`mono ${styles["right"]} ${styles["decimal"]} ${styles["wide"]}`}>{value ?? "–"}</td>
			<td className={`mono ${styles["dim"]} ${styles["wide"]}`}>{bitsOf(register, value)}</td>
			{draft === undefined ? (
				<MeaningCell kind={kind} reading={reading} register={register} value={value} />
			) : (
				<td id={meaningId} className={styles["meaning"]} data-wrong={typed === undefined || undefined}>
					{typed === undefined
						? rangeWords(register)
						: `Enter writes it. ${meaningText(meaningIn(kind, reading, register, typed))}`}
				</td>
			)}
		</tr>
	);
}

/** What was typed for a register, undefined where it does not fit. */
function readRegister(register: DeviceRegister, text: string): number | undefined {
	const typed = parseHexFirst(text);
	return typed !== undefined && typed < 256 ** sizeOf(register) ? typed : undefined;
}

function rangeWords(register: DeviceRegister): string {
	const size = sizeOf(register);
	return `${"00".repeat(size)} to ${"FF".repeat(size)} in hex`;
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

function MeaningCell({ kind, register, reading, value }: MeaningProps) {
	const meaning = value === undefined ? unreadWords(register) : meaningIn(kind, reading, register, value);
	const attention = typeof meaning === "object" ? styles["attention"] : "";
	return <td className={`${styles["meaning"]} ${attention}`}>{meaningText(meaning)}</td>;
}

function unreadWords({ access, readChanges }: DeviceRegister): string {
	if (access === "writeOnly") return "can only be written";
	return readChanges === true ? "reading changes it; read it by itself below" : "";
}

interface ValueProps {
	readonly register: DeviceRegister;
	readonly value: number | undefined;
	readonly canChange: boolean;
	readonly onChange: (text: string) => void;
}

/** A value in hex; clicked it becomes a field. */
function Value({ register, value, canChange, onChange }: ValueProps) {
	const shown = value === undefined ? "–" : hexText(value, sizeOf(register) * 2);
	if (register.access === "readOnly" || !canChange) return shown;
	return (
		<button
			type="button"
			className={styles["value"]}
			aria-label={`Change ${register.name} at ${hexText(register.address)}, now ${shown}`}
			onClick={() => onChange(value === undefined ? "" : shown)}
		>
			{shown}
		</button>
	);
}

interface ValueFieldProps {
	readonly register: DeviceRegister;
	readonly text: string;
	readonly isWrong: boolean;
	/** Id of the words that say what may be typed, or what it would mean. */
	readonly describedBy: string;
	/** undefined ends it. */
	readonly onText: (text: string | undefined) => void;
	/** Enter. */
	readonly onKeep: () => void;
}

function ValueField({ register, text, isWrong, describedBy, onText, onKeep }: ValueFieldProps) {
	return (
		<input
			// biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
			autoFocus
			className={styles["field"]}
			aria-label={`New value of ${hexText(register.address)} in hex`}
			aria-invalid={isWrong}
			aria-describedby={describedBy}
			value={text}
			onFocus={(event) => event.currentTarget.select()}
			onChange={(event) => onText(event.currentTarget.value)}
			onBlur={() => onText(undefined)}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Escape") onText(undefined);
				else if (event.key === "Enter") onKeep();
			}}
		/>
	);
}
