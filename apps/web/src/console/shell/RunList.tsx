import { formatPigs } from "@gpioscope/protocol";
import { Play } from "lucide-react";
import { useStore } from "zustand";
import { errorText } from "../../actions/errorWords.ts";
import { usePhone } from "../../theme/phone.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { hexOf, printable } from "../../widgets/hexBytes.ts";
import styles from "./shell.module.css";
import { type Outcome, type Run, shellStore } from "./shellStore.ts";

/** What was run from here and what came of it, newest first. */
export function RunList() {
	const runs = useStore(shellStore, (state) => state.runs);
	const isPhone = usePhone();
	if (isPhone && runs.length === 0) return null;
	return (
		<section className={styles["runs"]} aria-label="Runs">
			{runs.length === 0 ? (
				<EmptyNote icon={Play}>What is run from here is listed here with its outcome.</EmptyNote>
			) : (
				<ol aria-live="polite">
					{runs.map((run) => (
						<RunRow key={run.id} run={run} />
					))}
				</ol>
			)}
		</section>
	);
}

function RunRow({ run }: { readonly run: Run }) {
	const { call, at, took, outcome } = run;
	return (
		<li className={styles["run"]}>
			<div className={styles["runHead"]}>
				<code className="mono">{formatPigs(call.name, call.args)}</code>
				<span>
					{new Date(at).toLocaleTimeString("en-GB")}
					{took !== undefined && ` · ${took.toFixed(0)} ms`}
				</span>
			</div>
			<OutcomeText outcome={outcome} />
		</li>
	);
}

function OutcomeText({ outcome }: { readonly outcome: Outcome }) {
	switch (outcome.kind) {
		case "running":
			return <p className={styles["outcome"]}>Running</p>;
		case "failed":
			return (
				<p className={styles["outcome"]} data-tone="error">
					{errorText(outcome.error)}
				</p>
			);
		case "done":
			return (
				<p className={styles["outcome"]} data-tone={outcome.isGood ? "good" : "attention"}>
					{outcome.text}
					{outcome.bytes !== undefined && outcome.bytes.length > 0 && (
						<code className={`mono ${styles["bytes"]}`}>
							{hexOf(outcome.bytes)}
							<br />
							{Array.from(outcome.bytes, printable).join("")}
						</code>
					)}
				</p>
			);
	}
}
