import { decimalsFor, groupDigits, MINUS } from "./groupDigits.ts";

/** Between a number and its unit: never broken over two lines. */
const SPACE = "\u00a0";

export interface TimeFormat {
	/** The finest step that means anything, in microseconds: no digits below it. 1 by default. */
	readonly resolution?: number;
	/** Puts a plus before positive values. */
	readonly signed?: boolean;
}

const units = [
	{ name: "ns", micros: 0.001, below: 1 },
	{ name: "µs", micros: 1, below: 1000 },
	{ name: "ms", micros: 1000, below: 1e6 },
	{ name: "s", micros: 1e6, below: Number.POSITIVE_INFINITY },
] as const;

const MINUTE = 60e6;
const HOUR = 3600e6;

/**
 * A moment, from microseconds, with all its digits down to the resolution: `10.312 ms`, `1 h 02 min 03.000 250 s`.
 */
export function formatTime(micros: number, { resolution = 1, signed = false }: TimeFormat = {}): string {
	const rounded = Math.round(Math.abs(micros) / resolution) * resolution;
	const sign = signOf(rounded === 0 ? 0 : micros, signed);
	if (rounded < MINUTE) return sign + withUnit(rounded, resolution);
	const hours = Math.floor(rounded / HOUR);
	const minutes = Math.floor((rounded % HOUR) / MINUTE);
	const seconds = groupDigits((rounded % MINUTE) / 1e6, decimalsOf(1e6, resolution));
	const tail = `${seconds.replace(/^\d(?!\d)/, "0$&")}${SPACE}s`;
	if (hours === 0) return `${sign}${minutes}${SPACE}min ${tail}`;
	return `${sign}${hours}${SPACE}h ${String(minutes).padStart(2, "0")}${SPACE}min ${tail}`;
}

export interface SpanFormat extends TimeFormat {
	/** How many digits to show at most. 4 by default. */
	readonly significant?: number;
	/** Leaves out zeros at the end. */
	readonly trim?: boolean;
}

/** A length of time, from microseconds, in few digits and one unit: `6.250 ms`, `310 µs`, `2.500 min`. */
export function formatSpan(
	micros: number,
	{ resolution = 1, significant = 4, trim = false, signed = false }: SpanFormat = {},
): string {
	const size = Math.abs(micros);
	const unit =
		size >= HOUR
			? { name: "h", micros: HOUR }
			: size >= MINUTE
				? { name: "min", micros: MINUTE }
				: unitOf(size, resolution);
	const value = size / unit.micros;
	const decimals = Math.min(decimalsFor(value, significant), decimalsOf(unit.micros, resolution));
	const digits = trim ? trimmed(groupDigits(value, decimals)) : groupDigits(value, decimals);
	return `${signOf(micros, signed)}${digits}${SPACE}${unit.name}`;
}

export interface FrequencyFormat {
	/** How many digits to show at most. 4 by default. */
	readonly significant?: number;
	/** Leaves out zeros at the end, for values that are exact. */
	readonly trim?: boolean;
}

/** A frequency, from hertz: `800.0 Hz`, `12.35 kHz`. */
export function formatFrequency(
	hertz: number,
	{ significant = 4, trim = false }: FrequencyFormat = {},
): string {
	const size = Math.abs(hertz);
	const [name, factor] = size >= 999_950 ? ["MHz", 1e6] : size >= 999.95 ? ["kHz", 1e3] : ["Hz", 1];
	const value = hertz / factor;
	const digits = groupDigits(value, decimalsFor(value, significant));
	return `${trim ? trimmed(digits) : digits}${SPACE}${name}`;
}

/** A share of 0 to 1 in percent: `24.8 %`. What is nearly none or nearly all is never written as none or all. */
export function formatShare(share: number): string {
	const percent = share * 100;
	if (percent > 0 && percent < 0.1) return `<${SPACE}0.1${SPACE}%`;
	if (percent > 99.9 && percent < 100) return `>${SPACE}99.9${SPACE}%`;
	return `${percent.toFixed(1)}${SPACE}%`;
}

function withUnit(micros: number, resolution: number): string {
	const unit = unitOf(micros, resolution);
	return `${groupDigits(micros / unit.micros, decimalsOf(unit.micros, resolution))}${SPACE}${unit.name}`;
}

/** Below one microsecond there are nanoseconds, unless the resolution leaves nothing of them. */
function unitOf(micros: number, resolution: number): { readonly name: string; readonly micros: number } {
	const size = micros === 0 && resolution >= 1 ? 1 : Math.max(micros, resolution);
	return units.find((unit) => size < unit.below) ?? units[3];
}

function decimalsOf(unit: number, resolution: number): number {
	return Math.max(0, Math.min(20, Math.ceil(Math.log10(unit / resolution) - 1e-9)));
}

function signOf(value: number, signed: boolean): string {
	if (value < 0) return MINUS;
	return signed && value > 0 ? "+" : "";
}

function trimmed(digits: string): string {
	return digits.includes(".") ? digits.replace(/[\u20090]+$/, "").replace(/\.$/, "") : digits;
}
