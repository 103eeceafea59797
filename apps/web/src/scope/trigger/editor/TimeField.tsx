import { formatSpan, parseTime } from "@gpioscope/logic";
import { triggerLimits } from "@gpioscope/protocol";
import { TextInput } from "@mantine/core";
import { type ReadText, useTypedValue } from "../../../widgets/useTypedValue.ts";
import { samplePeriodOfTarget } from "../../currentZero.ts";

interface Props {
	readonly label: string;
	/** µs; undefined is empty. */
	readonly value: number | undefined;
	/** Stands in an empty field; without it the field must not be empty. */
	readonly placeholder?: string;
	readonly large?: boolean;
	readonly width?: number | string;
	readonly onChange: (value: number | undefined) => void;
}

const RANGE = `0 to ${formatSpan(triggerLimits.micros, { trim: true })}, such as 1.5 ms`;

/** A length of time: typed with any unit, kept by Enter or on leaving, put back by Escape, stepped by arrows. */
export function TimeField({ label, value, placeholder, large = false, width, onChange }: Props) {
	const field = useTypedValue<number | undefined>({
		value,
		shown: value === undefined ? "" : formatSpan(value, { trim: true, significant: 7 }),
		read: (text): ReadText<number | undefined> => {
			if (text.trim() === "" && placeholder !== undefined) return { value: undefined };
			const time = parseTime(text);
			return time !== undefined && time >= 0 && time <= triggerLimits.micros
				? { value: time }
				: { problem: RANGE };
		},
		onKeep: onChange,
		onStep: (from, steps) => {
			if (from !== undefined) onChange(Math.max(0, from + steps * (samplePeriodOfTarget() ?? 1)));
		},
	});
	return (
		<TextInput
			aria-label={label}
			size={large ? "lg" : "xs"}
			style={{ width }}
			styles={{ input: { textAlign: "right" } }}
			placeholder={placeholder ?? ""}
			{...field}
		/>
	);
}
