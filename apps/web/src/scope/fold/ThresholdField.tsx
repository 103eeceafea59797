import { formatSpan, parseTime } from "@gpioscope/logic";
import { useStore } from "zustand";
import { TextField } from "../toolbar/TextField.tsx";
import { foldChoice, foldChoices, setFoldChoice } from "./foldStore.ts";

/** From which length on idle time is collapsed; any time can be typed. */
export function ThresholdField() {
	useStore(foldChoices);
	return (
		<TextField
			label="Idle time is collapsed from this length on"
			value={formatSpan(foldChoice()?.threshold ?? 0, { significant: 3, trim: true })}
			width={72}
			align="center"
			onEnter={(text) => {
				const micros = parseTime(text);
				if (micros === undefined || micros <= 0) return "A time, such as 10 ms.";
				setFoldChoice({ isOn: true, threshold: micros });
				return undefined;
			}}
		/>
	);
}
