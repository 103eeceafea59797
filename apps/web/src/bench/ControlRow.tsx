import type { ControlFacts } from "@gpioscope/protocol";
import { Button, NativeSelect, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useControlValue } from "../stores/benchStore.ts";
import { useConnection } from "../stores/connectionStore.ts";
import { usePhone } from "../theme/phone.ts";
import { ValueSlider } from "../widgets/ValueSlider.tsx";
import styles from "./ControlRow.module.css";
import { press, set } from "./moveBench.ts";
import { Picture } from "./Picture.tsx";
import { decimalsOf, unitText, valueText } from "./valueText.ts";

interface Props<Kind extends ControlFacts["kind"]> {
	readonly device: string;
	readonly control: Extract<ControlFacts, { kind: Kind }>;
}

/** One control of a device in the form of its kind. */
export function ControlRow({ device, control }: Props<ControlFacts["kind"]>) {
	switch (control.kind) {
		case "press":
			return <Press device={device} control={control} />;
		case "switch":
			return <OnOff device={device} control={control} />;
		case "number":
			return <Amount device={device} control={control} />;
		case "choice":
			return <Choice device={device} control={control} />;
		case "text":
			return <Say device={device} control={control} />;
		case "reading":
			return <Reading device={device} control={control} />;
		case "picture":
			return <Picture device={device} control={control} />;
	}
}

/** Those who only watch move nothing, and without a bridge nobody does. */
const useMayMove = (): boolean =>
	useConnection((state) => state.role !== "viewer" && state.socket.kind === "open");
const useSize = (): "lg" | "xs" => (usePhone() ? "lg" : "xs");

function Press({ device, control: { name, label } }: Props<"press">) {
	return (
		<Button
			className={styles["press"] ?? ""}
			size={useSize()}
			aria-label={`${label}, ${device}`}
			disabled={!useMayMove()}
			onClick={() => void press(device, name)}
		>
			{label}
		</Button>
	);
}

function OnOff({ device, control: { name, label } }: Props<"switch">) {
	return (
		<div className={styles["row"]}>
			<span>{label}</span>
			<Switch
				aria-label={`${label}, ${device}`}
				size={usePhone() ? "md" : "sm"}
				disabled={!useMayMove()}
				checked={useControlValue(device, name) === true}
				onChange={(event) => set(device, name, event.currentTarget.checked)}
			/>
		</div>
	);
}

function Amount({ device, control }: Props<"number">) {
	const { name, label, unit, min, max, step } = control;
	const value = useControlValue(device, name);
	const decimals = decimalsOf(step);
	const speak = (amount: number) => `${valueText(amount, decimals)} ${unitText(unit)}`.trim();
	return (
		<div className={styles["amount"]}>
			<div className={styles["row"]}>
				<span>{label}</span>
				<Value of={name} text={typeof value === "number" ? valueText(value, decimals) : "–"} unit={unit} />
			</div>
			<ValueSlider
				label={`${label}, ${device}`}
				value={typeof value === "number" ? value : min}
				min={min}
				max={max}
				step={step}
				disabled={!useMayMove() || value === undefined}
				speak={speak}
				touch={usePhone()}
				onSlide={(amount) => set(device, name, amount)}
			/>
		</div>
	);
}

function Choice({ device, control: { name, label, choices } }: Props<"choice">) {
	return (
		<div className={styles["row"]}>
			<span>{label}</span>
			<NativeSelect
				aria-label={`${label}, ${device}`}
				size={useSize()}
				disabled={!useMayMove()}
				data={[...choices]}
				value={String(useControlValue(device, name) ?? "")}
				onChange={(event) => set(device, name, event.currentTarget.value)}
			/>
		</div>
	);
}

function Say({ device, control: { name, label } }: Props<"text">) {
	const [text, setText] = useState("");
	const size = useSize();
	const mayMove = useMayMove();
	const submit = (event: FormEvent): void => {
		event.preventDefault();
		set(device, name, text);
		setText("");
	};
	return (
		<form className={styles["say"]} onSubmit={submit}>
			<TextInput
				aria-label={`${label}, ${device}`}
				placeholder={label}
				size={size}
				disabled={!mayMove}
				value={text}
				onChange={(event) => setText(event.currentTarget.value)}
			/>
			<Button
				type="submit"
				size={size}
				disabled={!mayMove || text === ""}
				aria-label={`Send ${label}, ${device}`}
			>
				Send
			</Button>
		</form>
	);
}

function Reading({ device, control: { name, label, unit } }: Props<"reading">) {
	return (
		<div className={styles["row"]}>
			<span>{label}</span>
			<Value of={name} text={valueText(useControlValue(device, name))} unit={unit} />
		</div>
	);
}

/** A figure at the right, in a width that does not change with it. Not announced: it may change all the time. */
function Value({ of, text, unit }: { readonly of: string; readonly text: string; readonly unit: string }) {
	return (
		<span className={styles["value"]} title={text} data-value-of={of}>
			{text}
			{unit !== "" && <span className={styles["unit"]}>{unitText(unit)}</span>}
		</span>
	);
}
