import { Button } from "@mantine/core";
import { useState } from "react";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { BytesField } from "../../widgets/BytesField.tsx";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { useFieldGroup, useIsWrong } from "../../widgets/fieldGroup.ts";
import { readHex } from "../../widgets/hexBytes.ts";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "./shell.module.css";
import { callCustom1, callCustom2 } from "./shellDeeds.ts";

const GREATEST_WORD = 0xffff_ffff;
const MOST_BYTES = 65_535;

/** The two functions that can be built into a pigpiod. */
export function CustomForms() {
	return (
		<>
			<CustomForm which={1} />
			<CustomForm which={2} />
		</>
	);
}

/** Arguments and call of one function: the first returns a number, the second bytes. */
function CustomForm({ which }: { readonly which: 1 | 2 }) {
	const [first, setFirst] = useState(0);
	const [second, setSecond] = useState(which === 1 ? 0 : 64);
	const [hex, setHex] = useState("");
	const isBarred = useActBar() !== undefined;
	const isPhone = usePhone();
	const { bytes } = readHex(hex);
	const tooMany = bytes !== undefined && bytes.length > MOST_BYTES;
	const fields = useFieldGroup();
	const isWrong = useIsWrong(fields);
	const canCall = bytes !== undefined && !isWrong && !isBarred;
	const call = (): void => {
		if (!canCall) return;
		if (which === 1) void callCustom1({ first, second, data: bytes });
		else void callCustom2({ first, count: second, data: bytes });
	};
	const name = `Custom function ${which}`;
	return (
		<Section title={name} aside={which === 1 ? "gives a number" : "gives bytes"}>
			<FieldForm className={styles["form"]} fields={fields} onSubmit={call}>
				<div className={styles["line"]}>
					<span>First argument</span>
					<NumberField
						label={`${name}, first argument`}
						value={first}
						min={0}
						max={GREATEST_WORD}
						width={128}
						large={isPhone}
						onChange={setFirst}
					/>
				</div>
				<div className={styles["line"]}>
					<span>{which === 1 ? "Second argument" : "Bytes to return at most"}</span>
					<NumberField
						label={which === 1 ? `${name}, second argument` : `${name}, bytes to return at most`}
						value={second}
						min={0}
						max={which === 1 ? GREATEST_WORD : MOST_BYTES}
						{...(which === 1 ? {} : { unit: "bytes" })}
						width={128}
						large={isPhone}
						onChange={setSecond}
					/>
				</div>
				<BytesField
					label={`${name}, further arguments`}
					hex={hex}
					problem={tooMany ? `At most ${MOST_BYTES} bytes; these are ${bytes.length}.` : undefined}
					onChange={setHex}
				/>
				<Button size={isPhone ? "lg" : "xs"} disabled={!canCall} onClick={call}>
					Call function {which}
				</Button>
			</FieldForm>
		</Section>
	);
}
