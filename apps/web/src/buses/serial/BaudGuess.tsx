import { frameText, type SerialDoubt, type SerialGuess } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { AudioWaveform } from "lucide-react";
import { useState } from "react";
import { errorText } from "../../actions/errorWords.ts";
import { usePhone } from "../../theme/phone.ts";
import { Chip } from "../../widgets/Chip.tsx";
import lines from "../lines.module.css";
import { doubtText, guessFromTrace } from "./guessFromTrace.ts";
import styles from "./Serial.module.css";

interface Props {
	readonly gpio: number;
	readonly disabled: boolean;
	/** Whether the line can be set as guessed; always unless said otherwise. */
	readonly canUse?: (guess: SerialGuess) => boolean;
	readonly onUse: (guess: SerialGuess) => void;
}

type Asked =
	| { readonly kind: "none" }
	| { readonly kind: "asking" }
	| { readonly kind: "failed"; readonly text: string }
	| { readonly kind: "answered"; readonly gpio: number; readonly answer: SerialGuess | SerialDoubt };

/** Looks at the trace of a GPIO and says how it carries characters. Nothing is sent for that. */
export function BaudGuess({ gpio, disabled, canUse = () => true, onUse }: Props) {
	const [asked, setAsked] = useState<Asked>({ kind: "none" });
	const size = usePhone() ? "lg" : "xs";
	const ask = (): void => {
		setAsked({ kind: "asking" });
		guessFromTrace(gpio).then(
			(answer) => setAsked({ kind: "answered", gpio, answer }),
			(error: unknown) => setAsked({ kind: "failed", text: errorText(error) }),
		);
	};
	const answer = asked.kind === "answered" && asked.gpio === gpio ? asked.answer : undefined;
	const guess = answer?.kind === "guess" ? answer : undefined;
	return (
		<div className={styles["guess"]}>
			<Button
				size={size}
				variant="subtle"
				leftSection={<AudioWaveform size={14} />}
				loading={asked.kind === "asking"}
				onClick={ask}
			>
				Guess from the trace
			</Button>
			{guess !== undefined && (
				<Button size={size} disabled={disabled || !canUse(guess)} onClick={() => onUse(guess)}>
					Use
				</Button>
			)}
			<span className={styles["guessed"]} role="status">
				{guess !== undefined && (
					<Chip tone="accent" title={evidenceOf(guess)}>
						{frameText({ ...guess, halfStopBits: 2 })}
					</Chip>
				)}
				{guess !== undefined && <span className={lines["hint"]}>{evidenceOf(guess)}</span>}
				{answer !== undefined && answer.kind !== "guess" && (
					<span className={styles["doubt"]}>{doubtText(answer)}</span>
				)}
				{asked.kind === "failed" && <span className={styles["doubt"]}>{asked.text}</span>}
			</span>
		</div>
	);
}

/** Percent that are shown as no difference. */
const LEAST_OFF = 0.05;

/** What speaks for a guess. */
function evidenceOf({ characters, faults, baud, measured }: SerialGuess): string {
	const off = (measured / baud - 1) * 100;
	const clock =
		Math.abs(off) < LEAST_OFF
			? "its clock is exact"
			: `its clock is ${off < 0 ? "−" : "+"}${Math.abs(off).toFixed(1)} % off`;
	const but = faults === 0 ? "" : `, ${faults} do not fit`;
	return `${characters} characters${but}; ${clock}`;
}
