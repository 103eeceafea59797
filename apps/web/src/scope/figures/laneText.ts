import {
	altOfMode,
	boardOf,
	type ChannelStatistics,
	formatFrequency,
	formatShare,
	functionName,
} from "@gpioscope/logic";
import type { PinFacts } from "@gpioscope/protocol";

const PULLS = ["", ", pull-down", ", pull-up"] as const;
/** Changes a second from which an undriven input counts as noisy. */
const NOISY = 20_000;

const MODES = { short: ["In", "Out"], long: ["Input", "Output"] } as const;

/** What a GPIO is used for, in a word or two: `PWM`, `In, pull-up`, `ALT0 SDA1`. Undefined while unknown. */
export function purposeText(
	pin: PinFacts | undefined,
	revision: number | undefined,
	length: keyof typeof MODES = "short",
): string | undefined {
	if (pin === undefined) return undefined;
	switch (pin.drive.kind) {
		case "pwm":
			return "PWM";
		case "servo":
			return "Servo";
		case "hardwarePwm":
			return "HW PWM";
		case "clock":
			return "Clock";
		case "wave":
			return "Wave";
		case "level":
		case "none":
			break;
	}
	const [input, output] = MODES[length];
	// The long form tells the pull with who says so, apart.
	if (pin.mode === 0) return `${input}${length === "short" ? (PULLS[pin.pull?.value ?? 0] ?? "") : ""}`;
	if (pin.mode === 1) return output;
	const alternate = altOfMode(pin.mode);
	const name = functionName(pin.gpio, pin.mode, boardOf(revision ?? 0));
	return [alternate === undefined ? "ALT" : `ALT${alternate}`, name].filter(Boolean).join(" ");
}

/** The pull and where it is known from: it cannot be read back. Undefined while unknown. */
export function pullText(pin: PinFacts | undefined): string | undefined {
	if (pin?.pull === undefined) return undefined;
	const words = ["no pull", "pull-down", "pull-up"][pin.pull.value];
	return words === undefined ? undefined : `${words} (${pin.pull.source})`;
}

/** When a channel changed last, seen from where the figures are taken: `2.3 s ago`. Empty when it never did. */
export function lastChangeText(
	{ lastChanges, at }: { readonly lastChanges: ArrayLike<number>; readonly at: number },
	channel: number,
): string {
	const time = lastChanges[channel];
	if (time === undefined || Number.isNaN(time) || time > at) return "";
	const seconds = (at - time) / 1e6;
	if (seconds < 1) return "just now";
	if (seconds < 60) return `${seconds.toFixed(1)}\u00a0s ago`;
	const minutes = Math.floor(seconds / 60);
	return minutes < 60 ? `${minutes}\u00a0min ago` : `${Math.floor(minutes / 60)}\u00a0h ago`;
}

/** The two lines of figures at the right of a lane's header. */
export interface LaneFigures {
	readonly first: string;
	readonly second: string;
	readonly attention: boolean;
}

const NOTHING: LaneFigures = { first: "", second: "", attention: false };

/** Frequency over duty, or what else says most about the lane. */
export function laneFigures(
	statistics: ChannelStatistics | undefined,
	pin: PinFacts | undefined,
): LaneFigures {
	const drive = pin?.drive;
	const width = drive?.kind === "servo" && drive.pulseWidth > 0 ? `${drive.pulseWidth}\u00a0µs` : undefined;
	if (statistics === undefined || statistics.knownTime <= 0) return { ...NOTHING, second: width ?? "" };
	const rate = ((statistics.rising + statistics.falling) / statistics.knownTime) * 1e6;
	if (rate === 0) return { ...NOTHING, second: width ?? "" };
	if (rate > NOISY && pin?.mode === 0) {
		return { first: `${rateText(rate)}`, second: "noisy", attention: true };
	}
	const { meanFrequency, duty } = statistics;
	if (meanFrequency === undefined) return { ...NOTHING, first: "", second: width ?? "" };
	return {
		first: formatFrequency(meanFrequency),
		second: width ?? (duty === undefined ? "" : formatShare(duty)),
		attention: false,
	};
}

/** Changes a second: `51.2 k/s`. */
export function rateText(perSecond: number): string {
	if (perSecond >= 1e6) return `${(perSecond / 1e6).toPrecision(3)}\u00a0M/s`;
	if (perSecond >= 1000) return `${(perSecond / 1000).toPrecision(3)}\u00a0k/s`;
	return `${Math.round(perSecond)}\u00a0/s`;
}

/** A lane for those who hear it: `Fan PWM, GPIO 18, high, 800.0 Hz, 24.8 %`. */
export function laneSpoken(
	name: string,
	place: string,
	level: 0 | 1 | undefined,
	figures: LaneFigures,
	inverted: boolean,
): string {
	const word = level === undefined ? "unknown" : level === 1 ? "high" : "low";
	return [name, name === place ? "" : place, word, inverted ? "inverted" : "", figures.first, figures.second]
		.filter((part) => part !== "")
		.join(", ");
}
