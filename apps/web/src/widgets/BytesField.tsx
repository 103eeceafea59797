import { Textarea } from "@mantine/core";
import { useState } from "react";
import styles from "./BytesField.module.css";
import { escapedText, hexOf, readEscaped, readHex } from "./hexBytes.ts";

interface Props {
	/** What the bytes are for: names both fields. */
	readonly label: string;
	/** The bytes as they were typed, in hexadecimal; may be wrong. */
	readonly hex: string;
	/** What is wrong with the bytes beyond their form, such as how many there are. */
	readonly problem?: string | undefined;
	readonly onChange: (hex: string) => void;
	/** Ctrl Enter in either field. */
	readonly onSubmit: () => void;
}

/** Bytes, edited in hexadecimal or as text; each follows the other. */
export function BytesField({ label, hex, problem, onChange, onSubmit }: Props) {
	const [draft, setDraft] = useState<string>();
	const read = readHex(hex);
	const text = draft ?? (read.bytes === undefined ? "" : escapedText(read.bytes));
	const textProblem = draft === undefined ? undefined : readEscaped(draft).problem;
	const onKeyDown = (event: React.KeyboardEvent): void => {
		if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		onSubmit();
	};
	return (
		<div className={styles["fields"]}>
			<Textarea
				label="Hex"
				aria-label={`${label} in hex`}
				classNames={{ input: "mono" }}
				size="xs"
				autosize
				minRows={2}
				maxRows={6}
				spellCheck={false}
				value={hex}
				error={read.problem ?? problem}
				onChange={(event) => {
					setDraft(undefined);
					onChange(event.currentTarget.value);
				}}
				onKeyDown={onKeyDown}
			/>
			<Textarea
				label="Text"
				aria-label={`${label} as text`}
				classNames={{ input: "mono" }}
				size="xs"
				autosize
				minRows={2}
				maxRows={6}
				spellCheck={false}
				value={text}
				error={textProblem}
				onChange={(event) => {
					const next = event.currentTarget.value;
					setDraft(next);
					const { bytes } = readEscaped(next);
					if (bytes !== undefined) onChange(hexOf(bytes));
				}}
				onBlur={() => setDraft(undefined)}
				onKeyDown={onKeyDown}
			/>
		</div>
	);
}
