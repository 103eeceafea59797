import { formatSpan, groupDigits } from "@gpioscope/logic";
import { useStore } from "zustand";
import { kindWords } from "../../panels/handles/index.ts";
import { daemonStore } from "../../stores/daemonStore.ts";
import { Meter } from "../../widgets/Meter.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "./DaemonPage.module.css";
import { useWaveFigures, type WaveFigures } from "./useWaveFigures.ts";

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
	const isTold = figures !== undefined;
	return (
		<Section title="Wave memory" aside={figures && currentText(figures.current)}>
			<MeterOf label="Waves known here" value={isTold ? waves : undefined} most={kindWords.wave.most} />
			<MeterOf label="Pulses of the largest waveform" value={figures?.mostPulses} most={figures?.maxPulses} />
			<MeterOf
				label="Control blocks of the largest waveform"
				value={figures?.mostControlBlocks}
				most={figures?.maxControlBlocks}
			/>
			<p className={styles["note"]}>
				{figures === undefined ? "pigpiod tells this once it answers." : lastText(figures)} gpioscope stops at
				250 waves: pigpiod would crash at the next.
			</p>
		</Section>
	);
}

function lastText({ pulses, controlBlocks, micros }: WaveFigures): string {
	if (pulses === 0) return "No waveform was built last, or it was emptied.";
	return `The last waveform: ${whole(pulses)} pulses, ${whole(controlBlocks)} control blocks, ${formatSpan(micros)}.`;
}

interface MeterOfProps {
	readonly label: string;
	/** Undefined before pigpiod has told. */
	readonly value: number | undefined;
	readonly most: number | undefined;
}

function MeterOf({ label, value, most }: MeterOfProps) {
	const share = value === undefined || most === undefined ? 0 : value / most;
	return <Meter label={label} value={whole(value)} of={whole(most)} share={share} />;
}

function whole(value: number | undefined): string {
	return value === undefined ? "–" : groupDigits(value, 0);
}

function currentText(current: number): string {
	if (current === NO_WAVE) return "none is being sent";
	return current === UNKNOWN_WAVE ? "one is being sent" : `wave ${current} is being sent`;
}
