import type { WaveProblem } from "@gpioscope/logic";
import { Button, Tooltip } from "@mantine/core";
import { useArmed } from "../../stores/hooks.ts";
import styles from "./Inspector.module.css";
import { remedyFor } from "./remedyFor.ts";

/** Shown at most; the rest is counted. */
const shown = 4;

/** What stands against playing the wave, each with what can be done. */
export function ProblemList({ problems }: { readonly problems: readonly WaveProblem[] }) {
	if (problems.length === 0) return null;
	return (
		<ul className={styles["problems"]} aria-label="Problems">
			{problems.slice(0, shown).map((problem) => (
				<Problem key={problem.id} problem={problem} />
			))}
			{problems.length > shown && <li className={styles["more"]}>and {problems.length - shown} more</li>}
		</ul>
	);
}

function Problem({ problem }: { readonly problem: WaveProblem }) {
	const armed = useArmed();
	const remedy = problem.remedy === undefined ? undefined : remedyFor(problem.remedy);
	const isBlocked = remedy?.needsArm === true && !armed;
	return (
		<li className={styles["problem"]} data-severity={problem.severity}>
			<p>
				<b>{problem.text}</b> {problem.advice}
			</p>
			{remedy !== undefined && (
				<Tooltip label="View only. Arm to change pins." disabled={!isBlocked}>
					<Button size="xs" aria-disabled={isBlocked} onClick={() => !isBlocked && remedy.run()}>
						{remedy.label}
					</Button>
				</Tooltip>
			)}
		</li>
	);
}
