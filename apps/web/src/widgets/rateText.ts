/** How many a second: `12 /s`, `18.3 k/s`, `1.00 M/s`. */
export function rateText(rate: number): string {
	if (rate < 1000) return `${Math.round(rate)} /s`;
	if (rate < 1_000_000) return `${(rate / 1000).toFixed(1)} k/s`;
	return `${(rate / 1_000_000).toFixed(2)} M/s`;
}
