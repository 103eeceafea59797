import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import styles from "./NumberField.module.css";

interface Props {
	readonly label: string;
	readonly value: number;
	readonly min: number;
	readonly max: number;
	/** Arrow keys move by this, with Shift by ten of it. */
	readonly step?: number;
	readonly unit?: string;
	/** What may be entered, where least and greatest as they are shown do not say it. */
	readonly range?: string;
	readonly disabled?: boolean;
	/** Reads what was typed; undefined when it is no number. Plain numbers and 0x by default. */
	readonly parse?: (text: string) => number | undefined;
	readonly format?: (value: number) => string;
	readonly onChange: (value: number) => void;
	/** 44 px high for touch. */
	readonly large?: boolean;
	readonly width?: number | string;
}

function parseNumber(text: string): number | undefined {
	const value = Number(text.replace(/[\s_ ]/g, "").replace("−", "-"));
	return text.trim() === "" || Number.isNaN(value) ? undefined : value;
}

/** An exact whole value: typed and kept with Enter or on leaving, stepped by arrows, put back by Escape; out of range says the range. */
export function NumberField({
	label,
	value,
	min,
	max,
	step = 1,
	format = String,
	unit,
	range = `${format(min)} to ${format(max)}${unit === undefined ? "" : ` ${unit}`}`,
	disabled = false,
	parse = parseNumber,
	onChange,
	large = false,
	width,
}: Props) {
	const [draft, setDraft] = useState<string>();
	const [error, setError] = useState<string>();

	const keep = (): void => {
		if (draft === undefined) return;
		const next = Math.round(parse(draft) ?? Number.NaN);
		if (!(next >= min && next <= max)) {
			setError(range);
			return;
		}
		setDraft(undefined);
		setError(undefined);
		if (next !== value) onChange(next);
	};
	const discard = (): void => {
		setDraft(undefined);
		setError(undefined);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
		if (event.key === "Enter") keep();
		else if (event.key === "Escape") discard();
		else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
			event.preventDefault();
			const by = (event.key === "ArrowUp" ? step : -step) * (event.shiftKey ? 10 : 1);
			discard();
			onChange(Math.min(max, Math.max(min, value + by)));
		} else return;
		event.stopPropagation();
	};

	return (
		<TextInput
			aria-label={label}
			size={large ? "lg" : "xs"}
			className={styles["field"] ?? ""}
			style={{ width }}
			value={draft ?? format(value)}
			error={error}
			disabled={disabled}
			inputMode="decimal"
			rightSection={unit === undefined ? undefined : <span className={styles["unit"]}>{unit}</span>}
			rightSectionPointerEvents="none"
			rightSectionWidth={unit === undefined ? 0 : unit.length * 7 + 14}
			onChange={(event) => setDraft(event.currentTarget.value)}
			onBlur={() => (error === undefined ? keep() : discard())}
			onKeyDown={onKeyDown}
		/>
	);
}
