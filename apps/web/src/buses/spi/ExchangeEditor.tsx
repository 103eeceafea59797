import { Button, Menu } from "@mantine/core";
import { ChevronDown, Repeat, Send, Square } from "lucide-react";
import { useRef } from "react";
import { useStore } from "zustand";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { BytesField } from "../../widgets/BytesField.tsx";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { FormRow } from "../../widgets/FormRow.tsx";
import { useFieldGroup, useIsWrong } from "../../widgets/fieldGroup.ts";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import lines from "../lines.module.css";
import { TakeButton } from "../TakeButton.tsx";
import styles from "./Spi.module.css";
import { spiActivity } from "./spiActivity.ts";
import { bytesProblem, setupProblem } from "./spiCalls.ts";
import { exchange, startRepeating, stopRepeating } from "./spiDesk.ts";
import { spiExamples } from "./spiExamples.ts";
import { changeFlags, type SpiVerb, spiSettings, spiVerbs } from "./spiSettings.ts";
import { useSpiWarnings } from "./useSpiWarnings.ts";

const LABELS: Readonly<Record<SpiVerb, string>> = { transfer: "Transfer", write: "Write", read: "Read" };
const TITLES: Readonly<Record<SpiVerb, string>> = {
	transfer: "Sends bytes and takes in as many",
	write: "Sends bytes; what comes in is dropped",
	read: "Takes in bytes while zeros are sent",
};

const FASTEST = 50;
const SLOWEST = 3_600_000;

/** Bytes to send, and what starts it. */
export function ExchangeEditor() {
	const settings = useStore(spiSettings);
	const phone = usePhone();
	const bar = useActBar();
	const isRepeating = useStore(spiActivity, (state) => state.isRepeating);
	const warnings = useSpiWarnings(settings.setup);
	const { setup, verb, hex, count, everyMillis } = settings;
	const wrongSetup = setupProblem(setup);
	const wrongBytes = bytesProblem(settings);
	const fields = useFieldGroup();
	const isWrongBytes = useIsWrong(fields);
	const isWrong = useIsWrong() || isWrongBytes;
	const canAct = bar === undefined && !isWrong && wrongSetup === undefined && wrongBytes === undefined;
	const size = phone ? "lg" : "sm";
	const button = useRef<HTMLButtonElement>(null);
	return (
		<FieldForm className={styles["editor"]} fields={fields} onSubmit={() => button.current?.click()}>
			<div className={styles["bar"]}>
				<Segments
					label="What to do with the bytes"
					segments={spiVerbs.map((value) => ({ value, label: LABELS[value], title: TITLES[value] }))}
					value={verb}
					size={phone ? "touch" : "normal"}
					className={styles["verbs"]}
					onPick={(picked) => spiSettings.setState({ verb: picked })}
				/>
				{verb !== "read" && <Examples large={phone} />}
			</div>
			{verb === "read" ? (
				<FormRow label="Bytes to read">
					<NumberField
						label="Bytes to read"
						value={count}
						min={1}
						max={65_535}
						unit="bytes"
						large={phone}
						width={phone ? "100%" : 140}
						onChange={(next) => spiSettings.setState({ count: next })}
					/>
					{wrongBytes !== undefined && <p className={lines["problem"]}>{wrongBytes}</p>}
				</FormRow>
			) : (
				<BytesField
					label="Bytes to send"
					hex={hex}
					problem={wrongBytes}
					onChange={(next) => spiSettings.setState({ hex: next })}
				/>
			)}
			{wrongSetup !== undefined && <p className={lines["problem"]}>{wrongSetup}</p>}
			<div className={styles["bar"]}>
				<TakeButton
					buttonRef={button}
					label={LABELS[verb]}
					icon={Send}
					variant="filled"
					size={size}
					disabled={!canAct || isRepeating}
					warnings={warnings}
					onRun={() => void exchange()}
				/>
				{isRepeating ? (
					<Button size={size} leftSection={<Square size={14} />} onClick={stopRepeating}>
						Stop
					</Button>
				) : (
					<TakeButton
						label="Repeat"
						icon={Repeat}
						size={size}
						disabled={!canAct}
						warnings={warnings}
						onRun={startRepeating}
					/>
				)}
				<span className={styles["every"]}>
					every
					<NumberField
						label="Time between two rounds"
						value={everyMillis}
						min={FASTEST}
						max={SLOWEST}
						step={50}
						unit="ms"
						large={phone}
						width={100}
						onChange={(next) => spiSettings.setState({ everyMillis: next })}
					/>
				</span>
			</div>
		</FieldForm>
	);
}

function Examples({ large }: { readonly large: boolean }) {
	return (
		<Menu>
			<Menu.Target>
				<Button variant="subtle" size={large ? "lg" : "sm"} rightSection={<ChevronDown size={14} />}>
					Examples
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{spiExamples.map(({ name, hex, mode }) => (
					<Menu.Item
						key={name}
						onClick={() => {
							spiSettings.setState({ hex, verb: "transfer" });
							changeFlags({ mode });
						}}
					>
						{name}
						<div className={`mono ${lines["hint"]}`}>{hex}</div>
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}
