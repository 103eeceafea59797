import { defaultLimits, formatSpan, groupDigits, type WaveCounts, type WaveProblem } from "@gpioscope/logic";
import { Chip } from "../../widgets/Chip.tsx";
import { Section } from "../../widgets/Section.tsx";
import { usePlayer } from "../play/player.ts";
import styles from "./Inspector.module.css";

interface Props {
	readonly counts: WaveCounts;
	readonly problems: readonly WaveProblem[];
}

/** What the wave takes of what pigpiod has. */
export function ResourcesSection({ counts, problems }: Props) {
	const isPlaying = usePlayer((state) => state.kind === "playing");
	const fits = !["pulses", "controlBlocks", "words", "micros"].some((id) =>
		problems.some((problem) => problem.id === id),
	);
	const limits = defaultLimits;
	const whole = (value: number): string => groupDigits(value, 0);
	// Output words run out before pulses only when most pulses set and clear lines at once: shown when near.
	const isWordy = counts.words > limits.usableWords / 2;
	return (
		<Section
			title="Daemon resources"
			aside={<Chip tone={fits ? "accent" : "error"}>{fits ? "Fits" : "Too long"}</Chip>}
		>
			<Meter
				label="Pulses"
				value={whole(counts.pulses)}
				of={whole(limits.pulses)}
				share={counts.pulses / limits.pulses}
			/>
			<Meter
				label="Control blocks"
				value={whole(counts.controlBlocks)}
				of={whole(limits.controlBlocks)}
				share={counts.controlBlocks / limits.usableControlBlocks}
			/>
			{isWordy && (
				<Meter
					label="Output words"
					value={whole(counts.words)}
					of={whole(limits.usableWords)}
					share={counts.words / limits.usableWords}
				/>
			)}
			<Meter
				label="Length"
				value={formatSpan(counts.micros)}
				of="30 min"
				share={counts.micros / limits.micros}
			/>
			<Meter
				label="Waves of this page"
				value={isPlaying ? "1" : "0"}
				of={String(limits.waves)}
				share={isPlaying ? 1 / limits.waves : 0}
			/>
		</Section>
	);
}

function Meter({
	label,
	value,
	of,
	share,
}: {
	readonly label: string;
	readonly value: string;
	readonly of: string;
	readonly share: number;
}) {
	const percent = Math.min(100, share * 100);
	return (
		<div className={styles["meter"]} data-over={share > 1 || undefined}>
			<span>{label}</span>
			<span className={styles["of"]}>
				<b className={styles["figure"]}>{value}</b> of {of}
			</span>
			<div className={styles["track"]}>
				<div style={{ width: share > 0 ? `max(2px, ${percent}%)` : 0 }} />
			</div>
		</div>
	);
}
