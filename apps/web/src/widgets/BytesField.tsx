import { Textarea } from "@mantine/core";
import { useState } from "react";
import styles from "./BytesField.module.css";
import { useReportWrong } from "./fieldGroup.ts";
import { escapedText, hexOf, readEscaped, readHex } from "./hexBytes.ts";

interface Props {
	/** What the bytes are for: names both fields. */
	readonly label: string;
	/** The bytes as they were typed, in hexadecimal; may be wrong. */
	readonly hex: string;
	/** What is wrong with the bytes beyond their form, such as how many there are. */
	readonly problem?: string | undefined;
	readonly onChange: (hex: string) => void;
}

/** A text as it was typed. */
interface Draft {
	readonly text: string;
	/** The bytes beside it: it is no draft of others. */
	readonly hex: string;
}

/** More than any command takes, however its bytes are written. */
const LONGEST_TEXT = 400_000;
/** Bytes that are shown as text, too. */
const MOST_AS_TEXT = 4096;

/** They grow by CSS: measuring long texts takes a script seconds. */
const both = {
	classNames: { input: `mono ${styles["text"]}` },
	size: "xs",
	rows: 2,
	spellCheck: false,
	maxLength: LONGEST_TEXT,
} as const;

/** Bytes, edited in hexadecimal or as text; each follows the other while it can be read. */
export function BytesField({ label, hex, problem, onChange }: Props) {
	const [typed, setTyped] = useState<Draft>();
	const draft = typed?.hex === hex ? typed.text : undefined;
	const read = readHex(hex);
	const tooMany = read.bytes !== undefined && read.bytes.length > MOST_AS_TEXT;
	const text = draft ?? (read.bytes === undefined || tooMany ? "" : escapedText(read.bytes));
	const textProblem = draft === undefined ? undefined : readEscaped(draft).problem;
	const hexProblem = read.problem ?? problem;
	useReportWrong((hexProblem ?? textProblem) !== undefined);
	const typeText = (next: string): void => {
		const { bytes } = readEscaped(next);
		const nextHex = bytes === undefined ? hex : hexOf(bytes);
		setTyped({ text: next, hex: nextHex });
		if (nextHex !== hex) onChange(nextHex);
	};
	return (
		<div className={styles["fields"]}>
			<Textarea
				{...both}
				label="Hex"
				aria-label={`${label} in hex`}
				value={hex}
				error={hexProblem}
				onChange={(event) => {
					setTyped(undefined);
					onChange(event.currentTarget.value);
				}}
			/>
			<Textarea
				{...both}
				label="Text"
				readOnly={tooMany && draft === undefined}
				placeholder={tooMany ? `Up to ${MOST_AS_TEXT} bytes are shown as text.` : ""}
				aria-label={`${label} as text`}
				value={text}
				error={textProblem}
				onChange={(event) => typeText(event.currentTarget.value)}
				onBlur={() => textProblem === undefined && setTyped(undefined)}
			/>
		</div>
	);
}
