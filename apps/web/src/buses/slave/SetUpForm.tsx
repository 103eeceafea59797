import { slaveBusOf, slavePins } from "@gpioscope/logic";
import { Button, Switch } from "@mantine/core";
import { Play, Square } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useStore } from "zustand";
import { useActBar } from "../../stores/actBar.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { useIsWrong } from "../../widgets/fieldGroup.ts";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { linesInUse } from "../linesInUse.ts";
import { TakeButton } from "../TakeButton.tsx";
import { useBoard } from "../useBoard.ts";
import {
	addressOf,
	controlBits,
	GREATEST_WORD,
	hasBit,
	USUAL_WORD,
	withAddress,
	withBit,
	withBus,
	wordProblem,
	wordText,
} from "./controlWord.ts";
import styles from "./slave.module.css";
import { slave, slaveFormStore, slaveStore } from "./slave.ts";

const buses = [
	{ value: "i2c", label: "I²C" },
	{ value: "spi", label: "SPI" },
] as const;

function setWord(word: number): void {
	slaveFormStore.setState({ word });
}

/** How the slave is set up, by named bits or by the whole word, and what starts and ends it. */
export function SetUpForm() {
	const word = useStore(slaveFormStore, (state) => state.word);
	const running = useStore(slaveStore, (state) => state.running);
	const isPhone = usePhone();
	const bus = slaveBusOf(word);
	const problem = wordProblem(word);
	return (
		<FieldForm className={styles["setUp"]}>
			<Section
				title="Slave"
				aside={
					running === undefined ? (
						<Chip>off</Chip>
					) : (
						<Chip tone="accent">{slaveBusOf(running) === "i2c" ? "I²C slave" : "SPI slave"}</Chip>
					)
				}
			>
				<Segments
					label="Bus"
					segments={buses}
					value={bus}
					size={isPhone ? "touch" : "bar"}
					onPick={(picked) => setWord(withBus(word, picked, addressOf(word) || addressOf(USUAL_WORD)))}
				/>
				{bus === "i2c" && (
					<div className={styles["line"]}>
						<span>Address</span>
						<NumberField
							label="Address"
							value={addressOf(word)}
							min={1}
							max={0x7f}
							width={96}
							large={isPhone}
							range="0x01 to 0x7F"
							format={(value) => `0x${value.toString(16).toUpperCase().padStart(2, "0")}`}
							onChange={(address) => setWord(withAddress(word, address))}
						/>
					</div>
				)}
				<Pins />
				<Buttons problem={problem} />
			</Section>
			<Folded isFolded={isPhone} title="Control word by its bits">
				<Section title="Control word" aside="bits 0 to 13 of the register, address above">
					<div className={styles["line"]}>
						<span>Word</span>
						<NumberField
							label="Control word"
							value={word}
							min={0}
							max={GREATEST_WORD}
							width={112}
							large={isPhone}
							range={`0 to ${wordText(GREATEST_WORD)}`}
							format={wordText}
							onChange={setWord}
						/>
					</div>
					<ul className={styles["bits"]}>
						{controlBits
							.filter((each) => each.bus === undefined || each.bus === bus)
							.map(({ bit, name, does }) => (
								<li key={bit}>
									<Switch
										label={name}
										description={`Bit ${bit}. ${does}`}
										checked={hasBit(word, bit)}
										onChange={(event) => setWord(withBit(word, bit, event.currentTarget.checked))}
									/>
								</li>
							))}
					</ul>
				</Section>
			</Folded>
		</FieldForm>
	);
}

interface FoldedProps {
	readonly isFolded: boolean;
	readonly title: string;
	readonly children: ReactNode;
}

/** What few need, behind its title where there is little room. */
function Folded({ isFolded, title, children }: FoldedProps) {
	if (!isFolded) return children;
	return (
		<details className={styles["folded"]}>
			<summary>{title}</summary>
			{children}
		</details>
	);
}

/** Which GPIOs the slave takes. */
function Pins() {
	const bus = useStore(slaveFormStore, (state) => slaveBusOf(state.word));
	const board = useBoard();
	if (bus === undefined || board === undefined) return null;
	return (
		<p className={styles["pins"]}>
			{slavePins(bus, board.processor).map(({ line, gpio }) => (
				<Chip key={line} tone="outline">
					{line} GPIO {gpio}
				</Chip>
			))}
		</p>
	);
}

function Buttons({ problem }: { readonly problem: string | undefined }) {
	const word = useStore(slaveFormStore, (state) => state.word);
	const running = useStore(slaveStore, (state) => state.running);
	const isBarred = useActBar() !== undefined;
	const size = usePhone() ? "lg" : "sm";
	const warnings = useWarnings(word);
	const isWrong = useIsWrong() || problem !== undefined;
	const isNew = running !== undefined && running !== word;
	return (
		<>
			{problem !== undefined && (
				<p className={styles["problem"]} role="alert">
					{problem}
				</p>
			)}
			<div className={styles["buttons"]}>
				<TakeButton
					label={isNew ? "Change it" : "Start"}
					icon={Play}
					variant="filled"
					size={size}
					disabled={isBarred || isWrong || running === word}
					warnings={warnings}
					onRun={() => void slave.start(word)}
				/>
				<Button
					size={size}
					leftSection={<Square size={14} />}
					disabled={isBarred || running === undefined}
					onClick={() => void slave.stop()}
				>
					Stop
				</Button>
			</div>
		</>
	);
}

/** What would stop if the slave took its GPIOs; nothing while it has them. */
function useWarnings(word: number): readonly string[] {
	const running = useStore(slaveStore, (state) => state.running);
	const pins = useStore(pinsStore, (state) => state.pins);
	const board = useBoard();
	return useMemo(() => {
		const bus = slaveBusOf(word);
		if (board === undefined || bus === undefined) return [];
		const own = running === undefined ? undefined : slaveBusOf(running);
		const had = own === undefined ? [] : slavePins(own, board.processor).map(({ gpio }) => gpio);
		const taken = slavePins(bus, board.processor).map(({ gpio }) => gpio);
		const others = taken.filter((gpio) => !had.includes(gpio));
		return linesInUse(others, pins, board.processor, ({ name }) => name.startsWith("BSCSL"));
	}, [board, pins, running, word]);
}
