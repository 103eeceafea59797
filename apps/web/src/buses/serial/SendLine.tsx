import { Button, NativeSelect, TextInput } from "@mantine/core";
import { Send } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useStore } from "zustand";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { Segments } from "../../widgets/Segments.tsx";
import styles from "./Serial.module.css";
import { serialActivity } from "./serialActivity.ts";
import { typedValues } from "./serialCalls.ts";
import { sendSerial } from "./serialDesk.ts";
import { type LineEnding, serialSettings } from "./serialSettings.ts";

const ENDINGS: readonly { readonly value: LineEnding; readonly label: string }[] = [
	{ value: "crlf", label: "CR LF" },
	{ value: "lf", label: "LF" },
	{ value: "cr", label: "CR" },
	{ value: "none", label: "No line end" },
];

const INPUTS = [
	{ value: "text", label: "Text" },
	{ value: "hex", label: "Hex" },
] as const;

const STILL_SENDING = { problem: "What was typed before is still being sent.", values: undefined };

/** Lines remembered for the arrow keys. */
const REMEMBERED = 50;

/** One line to send. */
export function SendLine() {
	const settings = useStore(serialSettings);
	const open = useStore(serialActivity, (state) => state.open);
	const isSending = useStore(serialActivity, (state) => state.isSending);
	const bar = useActBar();
	const phone = usePhone();
	const [line, setLine] = useState("");
	const [problem, setProblem] = useState<string>();
	const [earlier, setEarlier] = useState<readonly string[]>([]);
	/** Which of the earlier lines is shown, counted from the newest; −1 is none. */
	const [back, setBack] = useState(-1);
	const canSend = open?.line.canSend === true && bar === undefined;
	const size = phone ? "lg" : "sm";

	const send = async (): Promise<void> => {
		if (!canSend) return;
		const typed = isSending ? STILL_SENDING : typedValues(line, settings);
		setProblem(typed.problem);
		if (typed.values === undefined) return;
		if (await sendSerial(typed.values)) {
			if (line !== "") setEarlier([line, ...earlier.filter((other) => other !== line)].slice(0, REMEMBERED));
			setLine("");
			setBack(-1);
		}
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.key === "Enter") void send();
		else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
			const next = Math.max(-1, Math.min(earlier.length - 1, back + (event.key === "ArrowUp" ? 1 : -1)));
			setBack(next);
			setLine(earlier[next] ?? "");
		} else return;
		event.preventDefault();
	};
	return (
		<div className={styles["send"]}>
			<TextInput
				className={styles["typed"] ?? ""}
				classNames={{ input: "mono" }}
				aria-label="Line to send"
				size={size}
				placeholder={placeholderOf(open?.line.canSend, settings.input)}
				spellCheck={false}
				autoComplete="off"
				value={line}
				error={problem}
				disabled={!canSend}
				onChange={(event) => {
					setLine(event.currentTarget.value);
					setProblem(undefined);
				}}
				onKeyDown={onKeyDown}
			/>
			<Segments
				label="What is typed"
				segments={INPUTS}
				value={settings.input}
				size={phone ? "touch" : "normal"}
				className={styles["input"]}
				onPick={(input) => serialSettings.setState({ input })}
			/>
			<NativeSelect
				aria-label="End of a line that is sent"
				size={size}
				data={ENDINGS.map(({ value, label }) => ({ value, label }))}
				value={settings.ending}
				disabled={settings.input === "hex"}
				onChange={({ currentTarget: { value } }) => {
					const ending = ENDINGS.find((candidate) => candidate.value === value)?.value;
					if (ending !== undefined) serialSettings.setState({ ending });
				}}
			/>
			<Button
				size={size}
				variant="filled"
				leftSection={<Send size={14} />}
				disabled={!canSend}
				loading={isSending}
				onClick={() => void send()}
			>
				Send
			</Button>
		</div>
	);
}

function placeholderOf(canSend: boolean | undefined, input: "text" | "hex"): string {
	if (canSend === undefined) return "Open the line to send";
	if (!canSend) return "This line only receives";
	return input === "hex" ? "41 54 0D" : "Type a line, Enter sends it";
}
