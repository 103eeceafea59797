import { type DeviceKind, registersOf, registerValue, sizeOf } from "@gpioscope/logic";
import { Button, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { usePhone } from "../../../theme/phone.ts";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { accessDevice } from "../deeds/accessDevice.ts";
import {
	type AccessForm,
	type AccessVerb,
	accessForm,
	accessForms,
	isPlainForm,
	writtenBytes,
} from "../model/accessForms.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { binaryText, hexText, parseHexFirst } from "../model/numbers.ts";
import { meaningIn } from "../model/reading.ts";
import { readWritten, type Written } from "../model/written.ts";
import { useCanUse } from "../state/useCanUse.ts";
import { useI2c } from "../state/useI2c.ts";
import styles from "./AccessEditor.module.css";

const LAST_REGISTER = 0xff;

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
	readonly kind: DeviceKind;
}

/** Reads and writes by hand, in every way that pigpiod has. */
export function AccessEditor({ bus, address, kind }: Props) {
	const [formId, setFormId] = useState(kind.access === "plain" ? "plainByte" : "byte");
	const [register, setRegister] = useState(0);
	const [text, setText] = useState("");
	const [count, setCount] = useState(1);
	const canUse = useCanUse();
	const isPhone = usePhone();
	const form = accessForm(formId);
	const written = readWritten(form, text);
	const size = isPhone ? "lg" : "xs";
	const forms = bus.kind === "bitBang" ? accessForms.filter(isPlainForm) : accessForms;
	const act = (verb: AccessVerb): void => {
		const { value, data } = written.ok ? written : { value: 0, data: new Uint8Array() };
		void accessDevice(bus, address, form, verb, { register, value, data, count });
	};
	return (
		<form
			className={styles["editor"]}
			aria-label="Read or write by hand"
			onSubmit={(event) => {
				event.preventDefault();
				if (written.ok && canUse && form.write !== undefined) act("write");
			}}
		>
			<Select
				aria-label="Way of access"
				size={size}
				w={150}
				allowDeselect={false}
				data={forms.map(({ id, label }) => ({ value: id, label }))}
				value={formId}
				onChange={(id) => setFormId(id ?? formId)}
			/>
			{form.hasRegister && (
				<span className={styles["label"]}>
					Register
					<NumberField
						label="Register"
						value={register}
						min={0}
						max={LAST_REGISTER}
						range="00 to FF in hex"
						width={48}
						large={isPhone}
						format={(value) => hexText(value)}
						parse={parseHexFirst}
						onChange={setRegister}
					/>
				</span>
			)}
			{form.reads === "count" && (
				<NumberField
					label="Bytes to read"
					value={count}
					min={1}
					max={form.most}
					unit="bytes"
					width={96}
					large={isPhone}
					onChange={setCount}
				/>
			)}
			<TextInput
				aria-label="Value to write"
				className="mono"
				size={size}
				w={form.writes === "bytes" ? 160 : 72}
				placeholder={form.writes === "bytes" ? "bytes" : form.writes === "bit" ? "0 or 1" : "hex"}
				spellCheck={false}
				autoComplete="off"
				value={text}
				error={text !== "" && !written.ok}
				onChange={(event) => setText(event.currentTarget.value)}
			/>
			<Hint
				bus={bus}
				address={address}
				kind={kind}
				form={form}
				register={register}
				text={text}
				written={written}
			/>
			{form.read !== undefined && (
				<Button size={size} disabled={!canUse} onClick={() => act("read")}>
					Read
				</Button>
			)}
			{form.write !== undefined && (
				<Button size={size} variant="filled" type="submit" disabled={!canUse || !written.ok}>
					Write
				</Button>
			)}
			{form.exchange !== undefined && (
				<Button
					size={size}
					variant="filled"
					disabled={!canUse || !written.ok}
					onClick={() => act("exchange")}
				>
					Write and read
				</Button>
			)}
		</form>
	);
}

interface HintProps extends Props {
	readonly form: AccessForm;
	readonly register: number;
	readonly text: string;
	readonly written: Written;
}

/** What is wrong with what is typed, or what it would mean once it is written. */
function Hint({ bus, address, kind, form, register, text, written }: HintProps) {
	const reading = useI2c((state) => state.readings[deviceKey(bus, address)]);
	if (!written.ok)
		return (
			<span className={`${styles["hint"]} ${text === "" ? "" : styles["problem"]}`} role="status">
				{text === "" ? "" : written.problem}
			</span>
		);
	const bytes = Uint8Array.from(writtenBytes(form, { ...written, register, count: 0 }));
	const known = form.hasRegister
		? registersOf(kind).find((each) => each.address === register && sizeOf(each) === bytes.length)
		: undefined;
	const meaning = known && meaningIn(kind, reading, known, registerValue(known, bytes));
	const words = typeof meaning === "object" ? meaning.text : meaning;
	const binary = bytes.length === 1 ? binaryText(bytes[0] ?? 0) : "";
	return (
		<span className={styles["hint"]} role="status">
			<span className="mono">{binary}</span> {words}
		</span>
	);
}
