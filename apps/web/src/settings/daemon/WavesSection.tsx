import { formatSpan, groupDigits } from "@gpioscope/logic";
import { useStore } from "zustand";
import { kindWords } from "../../panels/handles/index.ts";
import { daemonStore } from "../../stores/daemonStore.ts";
import { Section } from "../../widgets/Section.tsx";
import styles from "./DaemonPage.module.css";
import { useWaveFigures } from "./useWaveFigures.ts";

const NO_WAVE = 9999;
const UNKNOWN_WAVE = 9998;

/** What waves take of the daemon's memory, for all programs together. */
export function WavesSection() {
	const figures = useWaveFigures();
	const waves = useStore(
		daemonStore,
		({ holdings, inspection }) =>
			[...holdings, ...(inspection?.orphans ?? [])].filter(({ kind }) => kind === "wave").length,
	);
	const whole = (value: number | undefined): string => (value === undefined ? "–" : groupDigits(value, 0));
	return (
		<Section title="Wave memory" aside={figures && currentText(figures.current)}>
			<Meter label="Waves known here" value={waves} most={kindWords.wave.most} text={String(waves)} />
			<Meter
				label="Pulses of the largest waveform"
				value={figures?.mostPulses}
				most={figures?.maxPulses}
				text={whole(figures?.mostPulses)}
			/>
			<Meter
				label="Control blocks of the largest waveform"
				value={figures?.mostControlBlocks}
				most={figures?.maxControlBlocks}
				text={whole(figures?.mostControlBlocks)}
			/>
			<p className={styles["note"]}>
				{figures === undefined || figures.pulses === 0
					? "No waveform was built last, or it was emptied."
					: `The last waveform: ${whole(figures.pulses)} pulses, ${whole(figures.controlBlocks)} control blocks, ${formatSpan(figures.micros)}.`}{" "}
				gpioscope stops at 250 waves: pigpiod would crash at the next.
			</p>
		</Section>
	);
}

interface MeterProps {
	readonly label: string;
	readonly value: number | undefined;
	readonly most: number | undefined;
	readonly text: string;
}

function Meter({ label, value = 0, most, text }: MeterProps) {
	const percent = most === undefined ? 0 : Math.min(100, (100 * value) / most);
	return (
		<div className={styles["meter"]}>
			<span>{label}</span>
			<span>
				<b>{text}</b> of {most === undefined ? "–" : groupDigits(most, 0)}
			</span>
			<div className={styles["track"]}>
				<div style={{ width: percent > 0 ? `max(2px, ${percent}%)` : 0 }} />
			</div>
		</div>
	);
}

function currentText(current: number): string {
	if (current === NO_WAVE) return "none is being sent";
	return current === UNKNOWN_WAVE ? "one is being sent" : `wave ${current} is being sent`;
}
