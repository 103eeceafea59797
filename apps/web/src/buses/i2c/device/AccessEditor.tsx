import { type DeviceKind, meaningText, registersOf, registerValue, sizeOf } from "@gpioscope/logic";
import { Select } from "@mantine/core";
import { useState } from "react";
import { usePhone } from "../../../theme/phone.ts";
import { accessDevice } from "../deeds/accessDevice.ts";
import {
	type AccessForm,
	accessForm,
	accessForms,
	accessVerbs,
	isPlainForm,
	writtenBytes,
} from "../model/accessForms.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { binaryText } from "../model/numbers.ts";
import { meaningIn } from "../model/reading.ts";
import { readWritten, type Written } from "../model/written.ts";
import { useCanUse } from "../state/useCanUse.ts";
import { useI2c } from "../state/useI2c.ts";
import { CountField, HandForm, PlaceField } from "./HandForm.tsx";

const LAST_REGISTER = 0xff;
const nothing = { value: 0, data: new Uint8Array() } as const;

const placeholders = { bit: "0 or 1", byte: "hex", word: "hex", bytes: "bytes in hex" } as const;
const verbLabels = { read: "Read", write: "Write", exchange: "Write and read" } as const;

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
	const size = usePhone() ? "lg" : "xs";
	const form = accessForm(formId);
	const written = readWritten(form, text);
	const forms = bus.kind === "bitBang" ? accessForms.filter(isPlainForm) : accessForms;
	return (
		<HandForm
			text={text}
			placeholder={placeholders[form.writes]}
			problem={written.ok ? undefined : written.problem}
			onText={setText}
			hint={
				written.ok && (
					<Hint bus={bus} address={address} kind={kind} form={form} register={register} written={written} />
				)
			}
			canUse={canUse}
			deeds={accessVerbs
				.filter((verb) => form[verb] !== undefined)
				.map((verb) => ({
					label: verbLabels[verb],
					writes: verb !== "read",
					run: () => {
						const { value, data } = written.ok ? written : nothing;
						void accessDevice(bus, address, form, verb, { register, value, data, count });
					},
				}))}
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
				<PlaceField
					title="Register"
					label="Register"
					value={register}
					max={LAST_REGISTER}
					onChange={setRegister}
				/>
			)}
			{form.reads === "count" && <CountField value={count} max={form.most} onChange={setCount} />}
		</HandForm>
	);
}

interface HintProps extends Props {
	readonly form: AccessForm;
	readonly register: number;
	readonly written: Extract<Written, { ok: true }>;
}

/** What the value would mean once it is written. */
function Hint({ bus, address, kind, form, register, written }: HintProps) {
	const reading = useI2c((state) => state.readings[deviceKey(bus, address)]);
	const bytes = Uint8Array.from(writtenBytes(form, { ...written, register, count: 0 }));
	const known = form.hasRegister
		? registersOf(kind).find((each) => each.address === register && sizeOf(each) === bytes.length)
		: undefined;
	const meaning = known && meaningIn(kind, reading, known, registerValue(known, bytes));
	const binary = bytes.length === 1 ? binaryText(bytes[0] ?? 0) : "";
	return (
		<>
			<span className="mono">{binary}</span> {meaningText(meaning)}
		</>
	);
}
