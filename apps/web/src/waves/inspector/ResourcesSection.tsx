import { defaultLimits, formatSpan, groupDigits, type WaveCounts, type WaveProblem } from "@gpioscope/logic";
import { Chip } from "../../widgets/Chip.tsx";
import { Meter } from "../../widgets/Meter.tsx";
import { Section } from "../../widgets/Section.tsx";
import { usePlayer } from "../play/player.ts";

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
