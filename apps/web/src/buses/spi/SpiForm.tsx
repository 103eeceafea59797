import { parseFrequency, type SpiInterface, spiGpios } from "@gpioscope/logic";
import { commands } from "@gpioscope/protocol";
import { usePhone } from "../../theme/phone.ts";
import { FormRow } from "../../widgets/FormRow.tsx";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import lines from "../lines.module.css";
import { FlagFields } from "./FlagFields.tsx";
import styles from "./Spi.module.css";
import { speedText } from "./speedText.ts";
import { changeFlags, changeSetup, type SpiSetup } from "./spiSettings.ts";
import { TimingPicture } from "./TimingPicture.tsx";

const INTERFACES: readonly { readonly value: SpiInterface; readonly label: string }[] = [
	{ value: "main", label: "Main" },
	{ value: "auxiliary", label: "Auxiliary" },
	{ value: "bitBang", label: "Any pins" },
];

const MODES = ([0, 1, 2, 3] as const).map((mode) => ({ value: mode, label: `Mode ${mode}` }));

/** Speeds from which on the daemon's manual expects no success. */
const UNLIKELY_BAUD = 30_000_000;

/** Where and how bytes go: lines, speed, mode and flags. */
export function SpiForm({ setup }: { readonly setup: SpiSetup }) {
	const phone = usePhone();
	const size = phone ? "touch" : "normal";
	const { of, flags } = setup;
	const isActiveHigh = (flags.highSelects & (of === "bitBang" ? 1 : 1 << setup.channel)) !== 0;
	return (
		<>
			<Section title="Lines">
				<Segments
					label="SPI controller"
					segments={INTERFACES}
					value={of}
					size={size}
					onPick={changeController}
				/>
				<div className={lines["rows"]}>
					{of === "bitBang" ? <AnyLines setup={setup} large={phone} /> : <Channel setup={setup} of={of} />}
					<Baud setup={setup} large={phone} />
				</div>
			</Section>
			<Section title="Clock">
				<Segments
					label="Clock mode"
					segments={MODES}
					value={flags.mode as 0 | 1 | 2 | 3}
					size={size}
					onPick={(mode) => changeFlags({ mode })}
				/>
				<TimingPicture flags={flags} isActiveHigh={isActiveHigh} wordBits={wordBitsOf(setup)} />
				{of === "auxiliary" && flags.mode % 2 === 1 && (
					<p className={styles["attention"]}>
						pigpio's manual says that modes 1 and 3 do not work on the auxiliary controller.
					</p>
				)}
			</Section>
			<FlagFields setup={setup} large={phone} />
		</>
	);
}

/** What was said of the selects of one controller is about other GPIOs than those of another. */
function changeController(of: SpiInterface): void {
	changeSetup({ of, channel: 0 });
	changeFlags({ highSelects: 0, freeSelects: 0 });
}

function wordBitsOf({ of, flags }: SpiSetup): number {
	return of === "auxiliary" && flags.wordBits > 0 ? flags.wordBits : 8;
}

function Channel({ setup, of }: { readonly setup: SpiSetup; readonly of: keyof typeof spiGpios }) {
	const { selects, sclk, mosi, miso } = spiGpios[of];
	const size = usePhone() ? "touch" : "normal";
	return (
		<FormRow label="Channel" hint={`SCLK ${sclk}, MOSI ${mosi}, MISO ${miso}`}>
			<Segments
				label="Channel"
				segments={selects.map((gpio, index) => ({ value: index, label: `CE${index}, GPIO ${gpio}` }))}
				value={setup.channel}
				size={size}
				onPick={(channel) => changeSetup({ channel })}
			/>
		</FormRow>
	);
}

const LINES = [
	["cs", "CS"],
	["sclk", "SCLK"],
	["mosi", "MOSI"],
	["miso", "MISO"],
] as const;

function AnyLines({ setup, large }: { readonly setup: SpiSetup; readonly large: boolean }) {
	return (
		<div className={styles["lines"]}>
			{LINES.map(([name, label]) => (
				<FormRow key={name} label={label}>
					<NumberField
						label={`GPIO of ${label}`}
						value={setup[name]}
						min={0}
						max={31}
						large={large}
						onChange={(gpio) => changeSetup({ [name]: gpio })}
					/>
				</FormRow>
			))}
		</div>
	);
}

function Baud({ setup, large }: { readonly setup: SpiSetup; readonly large: boolean }) {
	const isBitBang = setup.of === "bitBang";
	const slot = isBitBang ? commands.openBitBangSpi.params["baud"] : commands.openSpi.params["baud"];
	if (slot === undefined || slot.at === "tail") return null;
	const { min, max } = slot.type;
	const value = isBitBang ? setup.bitBangBaud : setup.baud;
	return (
		<FormRow label="Speed" hint={`${speedText(min)} to ${speedText(max)}`}>
			<NumberField
				label="Speed"
				value={value}
				min={min}
				max={max}
				step={isBitBang ? 1000 : 100_000}
				format={speedText}
				parse={parseFrequency}
				large={large}
				onChange={(baud) => changeSetup(isBitBang ? { bitBangBaud: baud } : { baud })}
			/>
			{!isBitBang && value > UNLIKELY_BAUD && (
				<p className={styles["attention"]}>Above 30 MHz transfers are unlikely to work.</p>
			)}
		</FormRow>
	);
}
