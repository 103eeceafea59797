import { SCRIPT_TAGS } from "@gpioscope/protocol";
import { CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import { goTo } from "../editor/editorPlace.ts";
import type { CheckedScript, Finding } from "./checkScript.ts";
import styles from "./Problems.module.css";
import { useChecked } from "./shownScript.ts";

/** Under the text: the first thing that is wrong, or that nothing is. */
export function ProblemStrip() {
	const checked = useChecked();
	const first = checked.findings.find(({ kind }) => kind === "error") ?? checked.findings[0];
	return (
		<div className={styles["strip"]} role="status" data-kind={first?.kind}>
			{first === undefined ? (
				<Fine checked={checked} />
			) : (
				<First finding={first} count={checked.findings.length} />
			)}
		</div>
	);
}

function Fine({ checked: { steps, tags } }: { readonly checked: CheckedScript }) {
	return steps === 0 ? (
		<span>Nothing written yet. New has examples; Ctrl Space proposes what may come next.</span>
	) : (
		<>
			<CircleCheck size={14} />
			<span>
				No problem. {steps} {steps === 1 ? "step" : "steps"}, {tags.length} of {SCRIPT_TAGS} tags.
			</span>
		</>
	);
}

function First({ finding, count }: { readonly finding: Finding; readonly count: number }) {
	return (
		<>
			{finding.kind === "error" ? <CircleAlert size={14} /> : <TriangleAlert size={14} />}
			<button type="button" onClick={() => goTo(finding)}>
				<b>
					Line {finding.line}, column {finding.column}
				</b>{" "}
				{finding.message}
			</button>
			{count > 1 && <span className={styles["more"]}>and {count - 1} more</span>}
		</>
	);
}
