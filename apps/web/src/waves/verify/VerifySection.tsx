import { formatTime, groupDigits, MINUS } from "@gpioscope/logic";
import { FlaskConical } from "lucide-react";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import { trackName } from "../model/describeSelection.ts";
import { DeviationHistogram } from "./DeviationHistogram.tsx";
import { type FailedEdge, failuresOf, isRight, verdictText } from "./failures.ts";
import styles from "./Verify.module.css";
import { showEdge } from "./verifyActions.ts";
import { useVerify } from "./verifyStore.ts";

/** Failed edges listed at most; the jump keys reach all. */
const listed = 50;

/** What the comparison of the wave last played found. */
export function VerifySection() {
	const state = useVerify((current) => current);
	if (state.kind === "none")
		return (
			<Section title="Verify">
				<EmptyNote icon={FlaskConical}>
					Play the wave: its edges are compared with the captured ones.
				</EmptyNote>
			</Section>
		);
	if (state.kind === "waiting")
		return (
			<Section title="Verify">
				<EmptyNote>Waiting for the capture…</EmptyNote>
			</Section>
		);
	if (state.kind === "failed")
		return (
			<Section title="Verify">
				<p className={styles["bad"]}>{state.reason}</p>
				<p className={styles["advice"]}>Play the wave again, and look that its GPIOs are outputs.</p>
			</Section>
		);
	const { verdict, playing, rounds } = state;
	const failed = failuresOf(verdict);
	return (
		<>
			<Section
				title="Verify"
				aside={rounds === 1 ? playing.document.name : `${rounds} rounds of ${playing.document.name}`}
			>
				<p className={styles["verdict"]} data-bad={!isRight(verdict) || undefined}>
					{verdictText(verdict)}
				</p>
				<KeyValues
					rows={[
						["Right", `${groupDigits(verdict.right, 0)} of ${groupDigits(verdict.expected, 0)}`],
						["Missing", groupDigits(verdict.missing, 0)],
						["Not drawn", groupDigits(verdict.extra, 0)],
						["Mean deviation", signed(verdict.mean, 1)],
						["Largest deviation", signed(verdict.largest, 0)],
						["Tolerance", `±${verdict.tolerance} µs`],
					]}
				/>
			</Section>
			<Section title="Deviations">
				<DeviationHistogram verdict={verdict} />
			</Section>
			{failed.length > 0 && (
				<Section title="Failed edges" aside="N, Shift N">
					<ul className={styles["failures"]}>
						{failed.slice(0, listed).map((edge) => (
							<Failure key={`${edge.gpio} ${edge.time} ${edge.isExtra}`} edge={edge} />
						))}
					</ul>
				</Section>
			)}
		</>
	);
}

function Failure({ edge }: { readonly edge: FailedEdge }) {
	const name = useVerify((state) => {
		if (state.kind !== "done") return "";
		const track = state.playing.document.tracks.find((candidate) => candidate.gpio === edge.gpio);
		return track === undefined ? `GPIO ${edge.gpio}` : trackName(track);
	});
	const what = edge.isExtra
		? "not drawn"
		: edge.deviation === undefined
			? "missing"
			: signed(edge.deviation, 0);
	return (
		<li>
			<button type="button" onClick={() => showEdge(edge)}>
				<span>{formatTime(Math.round(edge.time))}</span>
				<span className={styles["name"]}>{name}</span>
				<span className={styles["bad"]}>{what}</span>
			</button>
		</li>
	);
}

function signed(micros: number, decimals: number): string {
	const digits = groupDigits(Math.abs(micros), decimals);
	return `${micros > 0 ? "+" : micros < 0 ? MINUS : ""}${digits} µs`;
}
