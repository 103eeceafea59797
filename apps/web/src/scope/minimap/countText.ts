/** `1 284`, `1.24 M`. */
export function countText(count: number): string {
	if (count < 100_000) return String(count).replace(/\B(?=(\d{3})+$)/g, "\u2009");
	return count < 1e6 ? `${(count / 1e3).toFixed(0)}\u00a0k` : `${(count / 1e6).toFixed(2)}\u00a0M`;
}
