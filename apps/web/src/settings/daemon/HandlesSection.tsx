import type { HoldingFacts, OpenHandle } from "@gpioscope/protocol";
import { Button } from "@mantine/core";
import { Search } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { daemonStore } from "../../stores/daemonStore.ts";
import { sessionName } from "../../stores/sessionName.ts";
import { usePhone } from "../../theme/phone.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { Section } from "../../widgets/Section.tsx";
import { FreeModal } from "./FreeModal.tsx";
import styles from "./HandlesSection.module.css";
import { handleKey, handleText, kindWords } from "./holdingText.ts";
import { inspectDaemon } from "./inspectDaemon.ts";

/** What is open in the daemon: by which session, and what nobody here opened. */
export function HandlesSection() {
	const { holdings, inspection } = useStore(daemonStore);
	const isLive = useConnection((state) => state.target?.state.kind === "live");
	const isViewer = useConnection((state) => state.role === "viewer");
	const isPhone = usePhone();
	const [isLooking, setLooking] = useState(false);
	const [isFreeing, setFreeing] = useState(false);
	const held = new Set(holdings.map(handleKey));
	const orphans = inspection?.orphans.filter((handle) => !held.has(handleKey(handle))) ?? [];
	const look = async (): Promise<void> => {
		setLooking(true);
		await inspectDaemon();
		setLooking(false);
	};
	return (
		<Section
			title="Handles in use"
			aside={
				<Button
					size={isPhone ? "lg" : "xs"}
					variant="default"
					leftSection={<Search size={14} />}
					loading={isLooking}
					disabled={!isLive || isViewer}
					title={
						isViewer ? "Your role can only watch." : "Asks pigpiod after each; nothing on the pins moves."
					}
					onClick={() => void look()}
				>
					Find others
				</Button>
			}
		>
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
				<p className={styles["note"]}>No page and no script has anything open.</p>
			)}
			<div className={styles["foot"]} role="status">
				<span>{lookedText(inspection?.at, orphans.length)}</span>
				{orphans.length > 0 && (
					<Button
						size={isPhone ? "lg" : "xs"}
						variant="default"
						disabled={isViewer}
						onClick={() => setFreeing(true)}
					>
						Free…
					</Button>
				)}
			</div>
			{isFreeing && <FreeModal orphans={orphans} onClose={() => setFreeing(false)} />}
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
