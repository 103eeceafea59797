/** Stands between groups of three digits. */
export const THIN_SPACE = "\u2009";
/** The typographic minus, as wide as a plus. */
export const MINUS = "\u2212";

/** A number with `decimals` digits after the point, in groups of three on both sides of it, with a true minus. */
export function groupDigits(value: number, decimals: number): string {
	const [whole = "", fraction = ""] = Math.abs(value).toFixed(decimals).split(".");
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
	const digits =
		fraction === "" ? grouped : `${grouped}.${fraction.replace(/(\d{3})(?=\d)/g, `$1${THIN_SPACE}`)}`;
	return value < 0 && /[1-9]/.test(digits) ? `${MINUS}${digits}` : digits;
}

/** How many digits after the point leave `significant` digits in all. */
export function decimalsFor(value: number, significant: number): number {
	if (value === 0) return 0;
	// Rounding may carry into a further digit: 0.99999 in four digits is 1.000.
	const rounded = Number(Math.abs(value).toPrecision(significant));
	const before = Math.floor(Math.log10(rounded) + 1e-12) + 1;
	return Math.max(0, Math.min(20, significant - before));
}
