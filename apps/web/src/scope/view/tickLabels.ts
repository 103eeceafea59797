const THIN_SPACE = "\u2009";
const MINUS = "−";
/** µs. */
const DAY = 24 * 3600e6;

/** Where the ruler counts from. */
export type Zero =
	| { readonly kind: "time" /** Capture time of zero, µs. */; readonly time: number }
	| {
			readonly kind: "clock" /** Capture time, µs. */;
			readonly time: number /** ms since 1970. */;
			readonly wall: number;
	  };

/** How labels of one view are written: one unit and one number of digits for all, so that they can be compared. */
export interface LabelStyle {
	readonly zero: Zero;
	/** µs between labels; decides the digits. */
	readonly step: number;
	/** Largest distance from zero in the view, µs; decides the unit. */
	readonly reach: number;
}

/** Label of a capture time. */
export function tickLabel(time: number, style: LabelStyle): string {
	const { zero, step, reach } = style;
	if (zero.kind === "clock") {
		const wall = zero.wall + (time - zero.time) / 1000;
		return isMidnight(wall) ? dateLabel(wall) : clockLabel(wall, step);
	}
	return relativeLabel(time - zero.time, step, reach);
}

function relativeLabel(offset: number, step: number, reach: number): string {
	// Half a step is far below what a label shows: a zero must not read "−0".
	if (Math.abs(offset) < step / 2) return "0";
	const sign = offset < 0 ? MINUS : "";
	const size = Math.abs(offset);
	if (reach >= 120e6) return `${sign}${countLabel(size, step, reach)}`;
	const [unit, scale]: [string, number] =
		reach < 1 ? ["ns", 1e-3] : reach < 1000 ? ["µs", 1] : reach < 1e6 ? ["ms", 1e3] : ["s", 1e6];
	return `${sign}${grouped(size / scale, decimalsOf(step / scale))}${THIN_SPACE}${unit}`;
}

/** `12:34.5`, `1:02:34` or `2 d 3:04:05`, for times beyond two minutes. */
function countLabel(size: number, step: number, reach: number): string {
	const decimals = decimalsOf(step / 1e6);
	const rounded = Number((size / 1e6).toFixed(decimals));
	const hours = Math.floor(rounded / 3600);
	const minutes = Math.floor((rounded % 3600) / 60);
	const seconds = secondsText(rounded % 60, decimals);
	if (reach < 3600e6) return `${minutes}:${seconds}`;
	const clock = (count: number): string => `${count}:${String(minutes).padStart(2, "0")}:${seconds}`;
	if (reach < DAY) return clock(hours);
	const days = Math.floor(hours / 24);
	if (step >= DAY) return `${days}${THIN_SPACE}d`;
	return days === 0 ? clock(hours) : `${days}${THIN_SPACE}d ${clock(hours % 24)}`;
}

/** Labels of the clock are whole milliseconds apart at least where a day begins. */
function isMidnight(wall: number): boolean {
	const date = new Date(Math.round(wall));
	return (
		Math.abs(wall - date.getTime()) < 1e-3 &&
		date.getHours() + date.getMinutes() + date.getSeconds() + date.getMilliseconds() === 0
	);
}

/** `20 Nov`, where a day begins. */
function dateLabel(wall: number): string {
	return new Date(Math.round(wall)).toLocaleDateString("en-GB", { day: "numeric", month: "short" });
}

/** Time of day `14:32:07.412 318`, with the digits that `step` µs deserve. */
export function clockLabel(wall: number, step: number): string {
	const decimals = decimalsOf(step / 1e6);
	// Whole milliseconds go through Date for the time zone; finer digits are kept apart, as Date has none.
	const finest = 10 ** decimals;
	const micros = Math.round(wall * 1000);
	const inSecond = Math.floor((((micros % 1e6) + 1e6) % 1e6) / (1e6 / finest) + 1e-6);
	const date = new Date(Math.floor(micros / 1000));
	const two = (value: number) => String(value).padStart(2, "0");
	const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
	if (decimals === 0 && step >= 60e6) return clock;
	const fraction = decimals === 0 ? "" : `.${groupDigits(String(inSecond).padStart(decimals, "0"))}`;
	return `${clock}:${two(date.getSeconds())}${fraction}`;
}

function secondsText(seconds: number, decimals: number): string {
	const [whole = "0", fraction] = seconds.toFixed(decimals).split(".");
	return `${whole.padStart(2, "0")}${fraction === undefined ? "" : `.${groupDigits(fraction)}`}`;
}

/** Digits after the point that tell neighbours `step` apart. */
function decimalsOf(step: number): number {
	if (step >= 1 && Number.isInteger(step)) return 0;
	return Math.min(9, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
}

function grouped(value: number, decimals: number): string {
	const [whole = "0", fraction] = value.toFixed(decimals).split(".");
	const groups = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
	return fraction === undefined ? groups : `${groups}.${groupDigits(fraction)}`;
}

function groupDigits(digits: string): string {
	return digits.replace(/(\d{3})(?=\d)/g, `$1${THIN_SPACE}`);
}

/** CSS pixels a label of this style takes at 10.5 px, with room beside it. */
export function labelWidth(style: LabelStyle): number {
	const longest = tickLabel(
		style.zero.time + (style.reach === 0 ? style.step : style.reach) * (1 - 1e-12),
		style,
	);
	return longest.length * 6 + 18;
}
