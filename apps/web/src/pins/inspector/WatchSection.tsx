import { parseTime } from "@gpioscope/logic";
import { usePin } from "../../stores/pinsStore.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { NumberField } from "../../widgets/NumberField.tsx";
import { Section } from "../../widgets/Section.tsx";
import { hasReports } from "../activity/bank2Store.ts";
import { changePin } from "../activity/sendPin.ts";
import styles from "./inspector.module.css";

/** pigpiod's limits; 0 is off. */
const longestGlitch = 300_000;
const longestNoise = 1_000_000;
const longestWatchdog = 60_000;

/** Microseconds of the units of these fields. */
const microsOf = { µs: 1, ms: 1000 } as const;

/** Reads a time with any unit, or "Off", in `unit`. */
function readWatch(text: string, unit: keyof typeof microsOf): number | undefined {
	if (/^(off|not set here)$/i.test(text.trim())) return 0;
	const micros = parseTime(text, microsOf[unit]);
	return micros === undefined ? undefined : micros / microsOf[unit];
}

interface FieldProps {
	readonly label: string;
	/** undefined while nobody here has set it: pigpiod cannot be asked. */
	readonly value: number | undefined;
	readonly max: number;
	readonly unit: keyof typeof microsOf;
	readonly disabled: boolean;
	readonly touch: boolean;
	readonly onChange: (value: number) => void;
}

function WatchField({ label, value, max, unit, disabled, touch, onChange }: FieldProps) {
	return (
		<div className={styles["label"]}>
			<span>{label}</span>
			<NumberField
				label={label}
				value={value ?? 0}
				min={0}
				max={max}
				unit={unit}
				range={`Off, or up to ${max} ${unit}`}
				width={touch ? 150 : 116}
				large={touch}
				disabled={disabled}
				format={(shown) => (shown > 0 ? String(shown) : value === undefined ? "not set here" : "Off")}
				parse={(text) => readWatch(text, unit)}
				onChange={onChange}
			/>
		</div>
	);
}

/** Filters and watchdog of a GPIO, which hold for every program that watches it. */
export function WatchSection({
	gpio,
	disabled,
	touch = false,
}: {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}) {
	if (!hasReports(gpio)) {
		return (
			<Section title="Watch">
				<p className={styles["note"]}>
					pigpiod has no reports, filters, watchdogs, PWM and servo pulses for GPIO 32 to 53.
				</p>
			</Section>
		);
	}
	return <Watches gpio={gpio} disabled={disabled} touch={touch} />;
}

function Watches({
	gpio,
	disabled,
	touch,
}: {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch: boolean;
}) {
	const { glitch, noise, watchdog } = usePin(gpio)?.watches ?? {};
	return (
		<Section title="Watch" aside={<Chip tone="outline">for all programs</Chip>}>
			<WatchField
				label="Glitch filter, steady"
				value={glitch}
				max={longestGlitch}
				unit="µs"
				disabled={disabled}
				touch={touch}
				onChange={(steady) => void changePin({ command: "setGlitchFilter", args: { gpio, steady } })}
			/>
			<WatchField
				label="Noise filter, quiet"
				value={noise?.steady}
				max={longestNoise}
				unit="µs"
				disabled={disabled}
				touch={touch}
				onChange={(steady) =>
					void changePin({ command: "setNoiseFilter", args: { gpio, steady, active: noise?.active ?? 0 } })
				}
			/>
			<WatchField
				label="Noise filter, reporting"
				value={noise?.active}
				max={longestNoise}
				unit="µs"
				disabled={disabled}
				touch={touch}
				onChange={(active) =>
					void changePin({ command: "setNoiseFilter", args: { gpio, steady: noise?.steady ?? 0, active } })
				}
			/>
			<WatchField
				label="Watchdog"
				value={watchdog}
				max={longestWatchdog}
				unit="ms"
				disabled={disabled}
				touch={touch}
				onChange={(timeout) => void changePin({ command: "setWatchdog", args: { gpio, timeout } })}
			/>
		</Section>
	);
}
