import { groupDigits, MINUS } from "@gpioscope/logic";
import { Chip } from "../../widgets/Chip.tsx";
import { worstOf } from "./failures.ts";
import { useVerify } from "./verifyStore.ts";

/** What the comparison says of one GPIO, in a word. */
export function TrackChip({ gpio }: { readonly gpio: number }) {
	const verdict = useVerify((state) => (state.kind === "done" ? state.verdict : undefined));
	const track = verdict?.tracks.get(gpio);
	if (verdict === undefined || track === undefined) return null;
	const missing = track.edges.filter((edge) => edge.deviation === undefined).length;
	if (missing > 0) return <Chip tone="error">{missing} missing</Chip>;
	if (track.extra.length > 0) return <Chip tone="error">{track.extra.length} not drawn</Chip>;
	const worst = worstOf(verdict, gpio);
	if (worst === undefined) return <Chip>no edge</Chip>;
	const size = groupDigits(Math.abs(worst), 0);
	// Nothing finer than a sample, half the tolerance, can be said.
	const least = Math.max(Math.abs(worst), verdict.tolerance / 2);
	if (Math.abs(worst) <= verdict.tolerance) return <Chip tone="accent">≤ {groupDigits(least, 0)} µs</Chip>;
	return (
		<Chip tone="error">
			{worst > 0 ? "+" : MINUS}
			{size} µs
		</Chip>
	);
}
