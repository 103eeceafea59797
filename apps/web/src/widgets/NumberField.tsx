import { TextInput } from "@mantine/core";
import styles from "./NumberField.module.css";
import { type ReadText, useTypedValue } from "./useTypedValue.ts";

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
	/**
	 * Reads what was typed, which is then rounded; undefined when it is no number. Without it: whole numbers, plain or
	 * 0x, with the unit or without.
	 */
	readonly parse?: (text: string) => number | undefined;
	readonly format?: (value: number) => string;
	readonly onChange: (value: number) => void;
	/** 44 px high for touch. */
	readonly large?: boolean;
	readonly width?: number | string;
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
	parse,
	onChange,
	large = false,
	width,
}: Props) {
	const field = useTypedValue({
		value,
		shown: format(value),
		read: (text): ReadText<number> => {
			const typed = parse === undefined ? parsePlain(text, unit) : parse(text);
			if (typed === undefined || Number.isNaN(typed)) return { problem: range };
			const whole = parse === undefined ? typed : Math.round(typed);
			if (whole < min || whole > max) return { problem: range };
			return Number.isInteger(whole) ? { value: whole } : { problem: `Whole numbers, ${range}` };
		},
		onKeep: onChange,
		onStep: (from, steps) => onChange(Math.min(max, Math.max(min, from + steps * step))),
	});
	return (
		<TextInput
			aria-label={label}
			size={large ? "lg" : "xs"}
			className={styles["field"] ?? ""}
			style={{ width }}
			disabled={disabled}
			inputMode="decimal"
			rightSection={unit === undefined ? undefined : <span className={styles["unit"]}>{unit}</span>}
			rightSectionPointerEvents="none"
			rightSectionWidth={unit === undefined ? 0 : unit.length * 7 + 14}
			{...field}
		/>
	);
}

/** Digits in groups and a typographic minus are what the page itself shows. */
function parsePlain(text: string, unit: string | undefined): number | undefined {
	const digits = text.replace(/[\s_]/g, "").replace("−", "-");
	const bare = unit !== undefined && digits.endsWith(unit) ? digits.slice(0, -unit.length) : digits;
	return bare === "" ? undefined : Number(bare);
}
