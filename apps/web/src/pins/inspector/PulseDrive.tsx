import { parseTime } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { Zap } from "lucide-react";
import { useState } from "react";
import { outputMode } from "../../actions/pins/pinCall.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { useFieldGroup, useIsWrong } from "../../widgets/fieldGroup.ts";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { ValueSlider } from "../../widgets/ValueSlider.tsx";
import { defaultPulseLength, pulsePin } from "../activity/pinGestures.ts";
import styles from "./inspector.module.css";

/** Longest pulse of TRIG in microseconds. */
const LONGEST = 100;

interface Props {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}

/** One short pulse on a GPIO. */
export function PulseDrive({ gpio, disabled, touch = false }: Props) {
	const isOutput = usePin(gpio)?.mode === outputMode;
	const [length, setLength] = useState(defaultPulseLength);
	const [level, setLevel] = useState<"low" | "high">("high");
	const fields = useFieldGroup();
	const isWrong = useIsWrong(fields);
	const canSend = !disabled && !isWrong;
	const send = (): void => {
		if (canSend) pulsePin("inspector", gpio, length, level === "high" ? 1 : 0);
	};
	return (
		<FieldForm fields={fields} onSubmit={send}>
			<div className={styles["label"]}>
				<span>Length</span>
				<NumberField
					label="Pulse length"
					value={length}
					min={1}
					max={LONGEST}
					unit="µs"
					width={104}
					disabled={disabled}
					parse={parseTime}
					onChange={setLength}
				/>
			</div>
			<ValueSlider
				label="Pulse length"
				value={length}
				min={1}
				max={LONGEST}
				disabled={disabled}
				touch={touch}
				onSlide={setLength}
			/>
			<div className={`${styles["label"]} ${styles["spaced"]}`}>
				<span>Level of the pulse</span>
			</div>
			<Segments
				label="Level of the pulse"
				segments={[
					{ value: "high", label: "High" },
					{ value: "low", label: "Low" },
				]}
				value={level}
				disabled={disabled}
				size={touch ? "touch" : "normal"}
				onPick={setLevel}
			/>
			{!isOutput && (
				<p className={styles["note"]}>
					The pulse shows on outputs only; sending one does not change the mode.
				</p>
			)}
			<div className={styles["buttons"]}>
				<Button size={touch ? "lg" : "xs"} disabled={!canSend} leftSection={<Zap size={14} />} onClick={send}>
					Send {length} µs
				</Button>
			</div>
		</FieldForm>
	);
}
