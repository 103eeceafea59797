import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { goTo } from "../editor/editorPlace.ts";
import styles from "./Problems.module.css";
import { useChecked } from "./shownScript.ts";

/** Everything that was found in the text, by its place. */
export function ProblemList() {
	const { findings } = useChecked();
	if (findings.length === 0) return <EmptyNote icon={CircleCheck}>No problem in the script.</EmptyNote>;
	return (
		<ul className={styles["problems"]}>
			{findings.map((finding) => (
				<li key={`${finding.from} ${finding.message}`}>
					<button type="button" data-kind={finding.kind} onClick={() => goTo(finding)}>
						{finding.kind === "error" ? <CircleAlert size={14} /> : <TriangleAlert size={14} />}
						<span className={styles["place"]}>
							{finding.line}:{finding.column}
						</span>
						<span>{finding.message}</span>
					</button>
				</li>
			))}
		</ul>
	);
}

/** How many there are. */
export function ProblemCount() {
	const { findings } = useChecked();
	return <>{findings.length === 0 ? "" : findings.length}</>;
}
