import { hasSpiFlag, type SpiFlagName, spiFlagsWord } from "@gpioscope/logic";
import { Switch } from "@mantine/core";
import { FormRow } from "../../widgets/FormRow.tsx";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import { SelectFlags } from "./SelectFlags.tsx";
import styles from "./Spi.module.css";
import { changeFlags, type SpiSetup } from "./spiSettings.ts";

interface Props {
	readonly setup: SpiSetup;
	readonly large: boolean;
}

/** Everything that the flags can say beside the mode, by name. */
export function FlagFields({ setup, large }: Props) {
	const { of, flags } = setup;
	const word = spiFlagsWord(flags, of);
	const has = (name: SpiFlagName): boolean => hasSpiFlag(name, of);
	return (
		<Section title="Flags" aside={<code className="mono">0x{word.toString(16).toUpperCase()}</code>}>
			<div className={styles["flags"]}>
				{of === "bitBang" ? (
					<Flag
						name="highSelects"
						label="Select active high"
						value={flags.highSelects & 1}
						hint="The device listens while it is high."
					/>
				) : (
					<SelectFlags setup={{ ...setup, of }} />
				)}
				{has("threeWire") && (
					<Flag
						name="threeWire"
						label="Three wires"
						value={flags.threeWire}
						hint="The device answers on MOSI, after the bytes that are written first."
					/>
				)}
				{has("threeWire") && flags.threeWire === 1 && (
					<FormRow label="Bytes written before MOSI turns round">
						<NumberField
							label="Bytes written before MOSI turns round"
							value={flags.writeFirst}
							min={0}
							max={15}
							unit="bytes"
							large={large}
							onChange={(writeFirst) => changeFlags({ writeFirst })}
						/>
					</FormRow>
				)}
				{has("sendLowestFirst") && (
					<Flag
						name="sendLowestFirst"
						label="Send the least significant bit first"
						value={flags.sendLowestFirst}
					/>
				)}
				{has("receiveLowestFirst") && (
					<Flag
						name="receiveLowestFirst"
						label="Receive the least significant bit first"
						value={flags.receiveLowestFirst}
					/>
				)}
				{has("wordBits") && (
					<FormRow label="Bits of a word" hint="up to 8: 1 byte, 16: 2, 32: 4">
						<NumberField
							label="Bits of a word"
							value={flags.wordBits === 0 ? 8 : flags.wordBits}
							min={1}
							max={32}
							unit="bits"
							large={large}
							onChange={(wordBits) => changeFlags({ wordBits: wordBits === 8 ? 0 : wordBits })}
						/>
					</FormRow>
				)}
			</div>
		</Section>
	);
}

interface FlagProps {
	readonly name: SpiFlagName;
	readonly label: string;
	readonly value: number;
	readonly hint?: string;
}

function Flag({ name, label, value, hint }: FlagProps) {
	return (
		<Switch
			label={label}
			description={hint}
			checked={value === 1}
			onChange={(event) => changeFlags({ [name]: event.currentTarget.checked ? 1 : 0 })}
		/>
	);
}
