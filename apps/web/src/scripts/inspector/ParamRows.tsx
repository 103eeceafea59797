import { TextInput } from "@mantine/core";
import { usePhone } from "../../theme/phone.ts";
import { PARAM_RANGE, readParam } from "../library/paramValues.ts";
import styles from "./Inspector.module.css";

/** One parameter to show. */
export interface ParamRow {
	/** 0 to 9. */
	readonly index: number;
	/** What it is for, by the script's comments. */
	readonly text: string;
	/** As it was typed. */
	readonly typed: string;
	/** Its value in pigpiod; undefined while there is none. */
	readonly value: number | undefined;
}

interface Props {
	readonly rows: readonly ParamRow[];
	readonly onType: (index: number, typed: string) => void;
}

/** Parameters of a script: what it is to be run with, and what they are now. */
export function ParamRows({ rows, onType }: Props) {
	const isPhone = usePhone();
	return (
		<div className={styles["params"]}>
			<span className={styles["columns"]} aria-hidden>
				<span>Run with</span>
				<span>Now</span>
			</span>
			{rows.map(({ index, text, typed, value }) => (
				<div key={index} className={styles["param"]}>
					<label className="mono" htmlFor={`script-p${index}`}>
						p{index}
					</label>
					<TextInput
						id={`script-p${index}`}
						size={isPhone ? "lg" : "xs"}
						className={styles["typed"] ?? ""}
						aria-label={text === "" ? `p${index}` : `p${index}, ${text}`}
						placeholder="as it is"
						inputMode="text"
						value={typed}
						error={readParam(typed) === undefined ? PARAM_RANGE : undefined}
						onChange={(event) => onType(index, event.currentTarget.value)}
					/>
					<output className="mono" aria-label={`p${index} now`}>
						{value ?? "–"}
					</output>
					{text !== "" && <span className={styles["note"]}>{text}</span>}
				</div>
			))}
		</div>
	);
}
