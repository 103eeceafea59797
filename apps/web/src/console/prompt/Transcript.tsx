import { CornerDownLeft } from "lucide-react";
import { useEffect, useRef } from "react";
import { focusField } from "./fieldId.ts";
import styles from "./Prompt.module.css";
import { type Exchange, typeLine, usePrompt } from "./promptStore.ts";

/** The lines that were sent from here with their answers, the newest at the bottom and in sight. */
export function Transcript() {
	const exchanges = usePrompt((state) => state.exchanges);
	const end = useRef<HTMLDivElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what is new comes into sight.
	useEffect(() => {
		end.current?.scrollIntoView({ block: "end" });
	}, [exchanges]);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
		<div className={styles["transcript"]} role="log" aria-label="Commands and answers" tabIndex={0}>
			{exchanges.length === 0 && <Welcome />}
			{exchanges.map((exchange) => (
				<Lines key={exchange.id} exchange={exchange} />
			))}
			<div ref={end} />
		</div>
	);
}

const examples = [
	["r 17", "reads the level of GPIO 17"],
	["m 18 w p 18 64", "makes GPIO 18 an output and starts PWM"],
	["br1", "reads the levels of GPIO 0 to 31"],
	["pigpv hwver", "version of pigpiod and revision of the board"],
] as const;

function Welcome() {
	return (
		<div className={styles["welcome"]}>
			<p>
				Every command of pigpiod, typed as <code className="mono">pigs</code> takes it, one or several on a
				line. Begin to type a name, or what it does. For example:
			</p>
			<ul>
				{examples.map(([line, means]) => (
					<li key={line}>
						<button type="button" className="mono" onClick={() => reuse(line)}>
							{line}
						</button>
						<span>{means}</span>
					</li>
				))}
			</ul>
		</div>
	);
}

function Lines({ exchange: { line, answers, waiting } }: { readonly exchange: Exchange }) {
	const isSingle = answers.length + waiting === 1;
	return (
		<div className={styles["exchange"]}>
			<button
				type="button"
				className={`mono ${styles["sent"]}`}
				title="Type it again"
				onClick={() => reuse(line)}
			>
				<span aria-hidden="true">›</span> {line}
				<CornerDownLeft size={12} aria-hidden="true" />
			</button>
			{answers.map((answer, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: answers are only added at the end
				<p key={index} className={styles["answer"]} data-failed={answer.failed || undefined}>
					{!isSingle && <code className="mono">{answer.pigs}</code>}
					<span className="mono">{answer.text}</span>
					{answer.remedy !== undefined && <span className={styles["remedy"]}>{answer.remedy}</span>}
				</p>
			))}
			{waiting > 0 && (
				<p className={styles["waiting"]}>{waiting === 1 ? "waiting…" : `${waiting} waiting…`}</p>
			)}
		</div>
	);
}

function reuse(line: string): void {
	typeLine(line);
	focusField();
}
