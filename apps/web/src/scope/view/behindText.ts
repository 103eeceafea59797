/** How far a view is behind live, from µs: `18.7 s`, `2:05 min`, `1:02 h`. */
export function behindText(micros: number): string {
	const seconds = micros / 1e6;
	if (seconds < 120) return `${seconds.toFixed(1)}\u00a0s`;
	const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
	if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}\u00a0min`;
	return `${Math.floor(seconds / 3600)}:${two((seconds % 3600) / 60)}\u00a0h`;
}
