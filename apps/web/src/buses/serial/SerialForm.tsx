import type { Parity } from "@gpioscope/logic";
import { commands } from "@gpioscope/protocol";
import { Autocomplete, NativeSelect, Switch } from "@mantine/core";
import { useStore } from "zustand";
import { usePhone } from "../../theme/phone.ts";
import { FormRow } from "../../widgets/FormRow.tsx";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import lines from "../lines.module.css";
import { BaudGuess } from "./BaudGuess.tsx";
import styles from "./Serial.module.css";
import { serialActivity } from "./serialActivity.ts";
import { deviceProblem } from "./serialCalls.ts";
import { serialLines, usualDevices } from "./serialLines.ts";
import { changeFrame, type SerialSettings, serialSettings } from "./serialSettings.ts";

const SOURCES = [
	{ value: "port", label: "Serial port" },
	{ value: "gpio", label: "Any pins" },
] as const;

const PARITIES: readonly { readonly value: Parity; readonly label: string }[] = [
	{ value: "none", label: "None" },
	{ value: "even", label: "Even" },
	{ value: "odd", label: "Odd" },
];

/** Half stop bits, as pigpio counts them. */
const STOPS = [
	{ value: 2, label: "1" },
	{ value: 3, label: "1.5" },
	{ value: 4, label: "2" },
] as const;

/** Which line it is, and how it carries characters. It can be changed while nothing is open. */
export function SerialForm({ settings }: { readonly settings: SerialSettings }) {
	const isOpen = useStore(serialActivity, (state) => state.open !== undefined || state.isChanging);
	const phone = usePhone();
	const size = phone ? "touch" : "normal";
	return (
		<fieldset className={styles["fieldset"]} disabled={isOpen} aria-label="Serial settings">
			<Section title="Line" aside={isOpen ? "Close it to change this" : undefined}>
				<Segments
					label="Kind of serial line"
					segments={SOURCES}
					value={settings.source}
					size={size}
					disabled={isOpen}
					onPick={(source) => serialSettings.setState({ source })}
				/>
				<div className={lines["rows"]}>
					{settings.source === "port" ? (
						<Port settings={settings} disabled={isOpen} large={phone} />
					) : (
						<Gpios settings={settings} disabled={isOpen} large={phone} />
					)}
				</div>
			</Section>
			{settings.source === "gpio" && <Frame settings={settings} disabled={isOpen} large={phone} />}
		</fieldset>
	);
}

interface PartProps {
	readonly settings: SerialSettings;
	readonly disabled: boolean;
	readonly large: boolean;
}

function Port({ settings, disabled, large }: PartProps) {
	const { device, portBaud } = settings;
	const rx = serialLines(settings).lines.find(({ role }) => role === "RX");
	const slot = commands.openSerial.params["baud"];
	const bauds = slot === undefined || slot.at === "tail" ? [] : Object.keys(slot.type.choices ?? {});
	const size = large ? "lg" : "xs";
	return (
		<>
			<FormRow label="Device">
				<Autocomplete
					aria-label="Device"
					classNames={{ input: "mono" }}
					size={size}
					data={[...usualDevices]}
					value={device}
					error={deviceProblem(device)}
					disabled={disabled}
					onChange={(next) => serialSettings.setState({ device: next.trim() })}
				/>
			</FormRow>
			<FormRow label="Speed" hint="8 data bits, no parity, 1 stop bit">
				<NativeSelect
					aria-label="Speed"
					size={size}
					data={bauds.map((baud) => ({ value: baud, label: `${baud} baud` }))}
					value={`${portBaud}`}
					disabled={disabled}
					onChange={(event) => serialSettings.setState({ portBaud: Number(event.currentTarget.value) })}
				/>
			</FormRow>
			{rx !== undefined && (
				<BaudGuess
					gpio={rx.gpio}
					disabled={disabled}
					canUse={({ baud }) => bauds.includes(`${baud}`)}
					onUse={({ baud }) => serialSettings.setState({ portBaud: baud })}
				/>
			)}
		</>
	);
}

function Gpios({ settings: { rx, tx, receives, sends, frame }, disabled, large }: PartProps) {
	return (
		<>
			<GpioRow
				label="Receive on"
				isUsed={receives}
				gpio={rx}
				disabled={disabled}
				large={large}
				onUse={(isUsed) => serialSettings.setState({ receives: isUsed })}
				onChange={(gpio) => serialSettings.setState({ rx: gpio })}
			/>
			{receives && (
				<BaudGuess
					gpio={rx}
					disabled={disabled}
					onUse={({ baud, dataBits, parity, inverted }) => changeFrame({ baud, dataBits, parity, inverted })}
				/>
			)}
			<GpioRow
				label="Send on"
				isUsed={sends}
				gpio={tx}
				disabled={disabled}
				large={large}
				onUse={(isUsed) => serialSettings.setState({ sends: isUsed })}
				onChange={(gpio) => serialSettings.setState({ tx: gpio })}
			/>
			{sends && (
				<p className={lines["hint"]}>
					GPIO {tx} becomes an output that rests {frame.inverted ? "low" : "high"}. Characters go out as
					waves.
				</p>
			)}
		</>
	);
}

interface GpioRowProps {
	readonly label: string;
	readonly isUsed: boolean;
	readonly gpio: number;
	readonly disabled: boolean;
	readonly large: boolean;
	readonly onUse: (isUsed: boolean) => void;
	readonly onChange: (gpio: number) => void;
}

function GpioRow({ label, isUsed, gpio, disabled, large, onUse, onChange }: GpioRowProps) {
	return (
		<div className={styles["gpio"]}>
			<Switch
				label={label}
				checked={isUsed}
				disabled={disabled}
				onChange={(event) => onUse(event.currentTarget.checked)}
			/>
			<span className={styles["gpioNumber"]}>
				GPIO
				<NumberField
					label={`GPIO to ${label.toLowerCase()}`}
					value={gpio}
					min={0}
					max={31}
					width={56}
					large={large}
					disabled={disabled || !isUsed}
					onChange={onChange}
				/>
			</span>
		</div>
	);
}

const FASTEST = { receive: 250_000, send: 1_000_000 };

function Frame({ settings: { frame, receives }, disabled, large }: PartProps) {
	const size = large ? "touch" : "normal";
	return (
		<Section title="Characters">
			<div className={styles["fields"]}>
				<FormRow label="Speed">
					<NumberField
						label="Speed"
						value={frame.baud}
						min={50}
						max={receives ? FASTEST.receive : FASTEST.send}
						step={100}
						unit="baud"
						large={large}
						disabled={disabled}
						onChange={(baud) => changeFrame({ baud })}
					/>
				</FormRow>
				<FormRow label="Data bits">
					<NumberField
						label="Data bits"
						value={frame.dataBits}
						min={1}
						max={frame.parity === "none" ? 32 : 31}
						unit="bits"
						large={large}
						disabled={disabled}
						onChange={(dataBits) => changeFrame({ dataBits })}
					/>
				</FormRow>
				<FormRow label="Parity">
					<Segments
						label="Parity"
						segments={PARITIES}
						value={frame.parity}
						size={size}
						disabled={disabled}
						onPick={(parity) => changeFrame({ parity })}
					/>
				</FormRow>
				<FormRow label="Stop bits" hint="of what is sent; received ones may be more">
					<Segments
						label="Stop bits"
						segments={STOPS}
						value={frame.halfStopBits as 2 | 3 | 4}
						size={size}
						disabled={disabled}
						onPick={(halfStopBits) => changeFrame({ halfStopBits })}
					/>
				</FormRow>
				<Switch
					label="Inverted"
					description="The line rests low, as behind an RS-232 plug without a level converter."
					checked={frame.inverted}
					disabled={disabled}
					onChange={(event) => changeFrame({ inverted: event.currentTarget.checked })}
				/>
			</div>
		</Section>
	);
}
