import type { HoldingFacts, OpenHandle } from "@gpioscope/protocol";
import { useStore } from "zustand";
import {
	FindOthersButton,
	FreeButton,
	handleKey,
	handleText,
	kindWords,
	useOrphans,
} from "../../panels/handles/index.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import { daemonStore } from "../../stores/daemonStore.ts";
import { sessionName } from "../../stores/sessionName.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "./HandlesSection.module.css";

/** What is open in the daemon: by which session, and what nobody here opened. */
export function HandlesSection() {
	const { holdings, inspection } = useStore(daemonStore);
	const orphans = useOrphans();
	const isLive = useConnection((state) => state.target?.state.kind === "live");
	return (
		<Section title="Handles in use" aside={<FindOthersButton />}>
			<Usage open={[...holdings, ...orphans]} />
			<table className={styles["table"]}>
				<thead>
					<tr>
						<th>What</th>
						<th>Who</th>
						<th className={styles["command"]}>Opened by</th>
						<th className={styles["since"]}>Since</th>
					</tr>
				</thead>
				<tbody>
					{holdings.map((holding) => (
						<HeldRow key={handleKey(holding)} holding={holding} />
					))}
					{orphans.map((handle) => (
						<tr key={handleKey(handle)}>
							<td>{handleText(handle)}</td>
							<td>
								<Chip tone="attention">nobody here</Chip>
							</td>
							<td className={styles["unknown"]} colSpan={2}>
								{kindWords[handle.kind].closing}
							</td>
						</tr>
					))}
				</tbody>
			</table>
			{holdings.length === 0 && orphans.length === 0 && (
				<p className={styles["note"]}>
					{isLive ? "No page and no script has anything open." : "What is open is told once pigpiod answers."}
				</p>
			)}
			<div className={styles["foot"]} role="status">
				<span>{lookedText(inspection?.at, orphans.length)}</span>
				{orphans.length > 0 && <FreeButton orphans={orphans} />}
			</div>
		</Section>
	);
}

function HeldRow({ holding }: { readonly holding: HoldingFacts }) {
	const ownSession = useConnection((state) => state.sessionId);
	return (
		<tr>
			<td>
				{handleText(holding)}
				<small className={`mono ${styles["below"]}`}>{holding.pigs}</small>
			</td>
			<td>{sessionName(holding.session, ownSession)}</td>
			<td className={`mono ${styles["command"]}`} title={holding.pigs}>
				{holding.pigs}
			</td>
			<td className={styles["since"]}>{new Date(holding.at).toLocaleTimeString("en-GB")}</td>
		</tr>
	);
}

/** How much of what pigpiod has of each kind is in use, as far as it is known. */
function Usage({ open }: { readonly open: readonly OpenHandle[] }) {
	const kinds = [...new Set(open.map(({ kind }) => kind))];
	return (
		<div className={styles["usage"]}>
			{kinds.map((kind) => {
				const { many, most } = kindWords[kind];
				const count = open.filter((handle) => handle.kind === kind).length;
				const isNear = count > most * 0.8;
				return (
					<Chip key={kind} tone={isNear ? "attention" : "plain"}>
						{many} {count} of {most}
					</Chip>
				);
			})}
		</div>
	);
}

function lookedText(at: number | undefined, orphans: number): string {
	if (at === undefined)
		return "pigpiod does not tell what other programs have open: Find others asks after each.";
	const when = new Date(at).toLocaleTimeString("en-GB");
	if (orphans === 0) return `Nothing else is open, at ${when}.`;
	return `${orphans} ${orphans === 1 ? "is" : "are"} open that nobody here opened, at ${when}: of another program, running or gone.`;
}
