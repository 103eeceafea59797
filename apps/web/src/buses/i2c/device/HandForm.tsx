import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { usePhone } from "../../../theme/phone.ts";
import { FieldForm } from "../../../widgets/FieldForm.tsx";
import { useFieldGroup, useIsWrong } from "../../../widgets/fieldGroup.ts";
import { NumberField } from "../../../widgets/NumberField.tsx";
import styles from "./HandForm.module.css";
import { HexField } from "./HexField.tsx";

interface HandDeed {
	readonly label: string;
	/** It sends what is typed; otherwise it can be done whatever is typed. */
	readonly writes: boolean;
	readonly run: () => void;
}

interface Props {
	/** What is chosen before the value: where, and how many bytes. */
	readonly children: ReactNode;
	readonly text: string;
	readonly placeholder: string;
	/** What is wrong with what is typed. */
	readonly problem: string | undefined;
	readonly onText: (text: string) => void;
	/** What the value would mean. */
	readonly hint?: ReactNode;
	readonly deeds: readonly HandDeed[];
	readonly canUse: boolean;
}

/** Reading and writing a device by hand: Enter in the value, or Ctrl Enter in any field, does what sends it. */
export function HandForm({ children, text, placeholder, problem, onText, hint, deeds, canUse }: Props) {
	const [wasAsked, setAsked] = useState(false);
	const fields = useFieldGroup();
	const isWrong = useIsWrong(fields);
	const size = usePhone() ? "lg" : "xs";
	const submit = (): void => {
		setAsked(true);
		if (problem === undefined && canUse && !isWrong) deeds.find(({ writes }) => writes)?.run();
	};
	return (
		<form aria-label="Read or write by hand" onSubmit={(event) => event.preventDefault()}>
			<FieldForm className={styles["form"]} fields={fields} onSubmit={submit}>
				{children}
				<TextInput
					aria-label="Value to write"
					classNames={{ input: "mono" }}
					size={size}
					w={160}
					placeholder={placeholder}
					spellCheck={false}
					autoComplete="off"
					value={text}
					error={text !== "" || wasAsked ? problem : undefined}
					onKeyDown={(event) => {
						if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
						event.preventDefault();
						submit();
					}}
					onChange={(event) => {
						setAsked(false);
						onText(event.currentTarget.value);
					}}
				/>
				<span className={styles["hint"]} role="status">
					{hint}
				</span>
				{deeds.map(({ label, writes, run }) => (
					<Button
						key={label}
						size={size}
						variant={writes ? "filled" : "default"}
						disabled={!canUse || isWrong || (writes && problem !== undefined)}
						onClick={run}
					>
						{label}
					</Button>
				))}
			</FieldForm>
		</form>
	);
}

interface PlaceProps {
	/** What stands beside the field. */
	readonly title: string;
	readonly label: string;
	readonly value: number;
	readonly max: number;
	readonly digits?: number;
	readonly onChange: (value: number) => void;
}

/** Where to begin, in hex. */
export function PlaceField({ title, ...field }: PlaceProps) {
	return (
		<span className={styles["label"]}>
			{title}
			<HexField {...field} />
		</span>
	);
}

interface CountProps {
	readonly value: number;
	readonly max: number;
	readonly onChange: (value: number) => void;
}

/** How many bytes to read. */
export function CountField({ value, max, onChange }: CountProps) {
	return (
		<NumberField
			label="Bytes to read"
			value={value}
			min={1}
			max={max}
			unit="bytes"
			width={96}
			large={usePhone()}
			onChange={onChange}
		/>
	);
}
