import { formatSpan, parseTime } from "@gpioscope/logic";
import { triggerLimits } from "@gpioscope/protocol";
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
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

/** A length of time: typed with any unit, kept by Enter or on leaving, put back by Escape, stepped by arrows. */
export function TimeField({ label, value, placeholder, large = false, width, onChange }: Props) {
	const [draft, setDraft] = useState<string>();
	const [error, setError] = useState<string>();
	const discard = (): void => {
		setDraft(undefined);
		setError(undefined);
	};
	const keep = (): void => {
		if (draft === undefined) return;
		const isEmpty = draft.trim() === "";
		const next = isEmpty ? undefined : parseTime(draft);
		if (isEmpty ? placeholder === undefined : next === undefined || next < 0 || next > triggerLimits.micros) {
			setError("A time, such as 1.5 ms");
			return;
		}
		discard();
		if (next !== value) onChange(next);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
		if (event.key === "Enter") keep();
		else if (event.key === "Escape" && draft !== undefined) discard();
		else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && value !== undefined) {
			event.preventDefault();
			const step = (samplePeriodOfTarget() ?? 1) * (event.shiftKey ? 10 : 1);
			discard();
			onChange(Math.max(0, value + (event.key === "ArrowUp" ? step : -step)));
		} else return;
		event.stopPropagation();
	};
	return (
		<TextInput
			aria-label={label}
			size={large ? "lg" : "xs"}
			style={{ width }}
			styles={{ input: { textAlign: "right" } }}
			value={draft ?? (value === undefined ? "" : formatSpan(value, { trim: true, significant: 7 }))}
			placeholder={placeholder ?? ""}
			error={error}
			onChange={(event) => setDraft(event.currentTarget.value)}
			onBlur={() => (error === undefined ? keep() : discard())}
			onKeyDown={onKeyDown}
		/>
	);
}
