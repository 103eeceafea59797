import type { HoldingFacts, OpenHandle } from "@gpioscope/protocol";
import { useStore } from "zustand";
import {
	FindOthersButton,
	FreeButton,
	handleKey,
	handleText,
	useOrphans,
} from "../../../panels/handles/index.ts";
import { useConnection } from "../../../stores/connectionStore.ts";
import { daemonStore } from "../../../stores/daemonStore.ts";
import { sessionName } from "../../../stores/sessionName.ts";
import { Chip } from "../../../widgets/Chip.tsx";
import { timeOfDay } from "../../timeOfDay.ts";
import styles from "./DeviceList.module.css";

function isOfI2c({ kind }: OpenHandle): boolean {
	return kind === "i2c" || kind === "bitBangI2c";
}

/** What others have open on I²C: sessions of gpioscope, and programs that opened it without. */
export function OtherHandles() {
	const { holdings, inspection } = useStore(daemonStore);
	const ownSession = useConnection((state) => state.sessionId);
	const orphans = useOrphans().filter(isOfI2c);
	const others = holdings.filter((each) => isOfI2c(each) && each.session !== ownSession);
	return (
		<section aria-label="Open elsewhere">
			<div className={styles["head"]}>
				<h3>Open elsewhere</h3>
				<FindOthersButton />
			</div>
			{others.map((holding) => (
				<OtherRow key={handleKey(holding)} holding={holding} ownSession={ownSession} />
			))}
			{orphans.map((handle) => (
				<div key={handleKey(handle)} className={styles["other"]}>
					<span className={styles["what"]}>{handleText(handle)}</span>
					<Chip tone="attention">nobody here</Chip>
				</div>
			))}
			<div className={styles["other"]} role="status">
				<span className={styles["what"]}>{lookedWords(inspection?.at, orphans.length)}</span>
				{orphans.length > 0 && <FreeButton orphans={orphans} />}
			</div>
		</section>
	);
}

interface OtherProps {
	readonly holding: HoldingFacts;
	readonly ownSession: string | undefined;
}

function OtherRow({ holding, ownSession }: OtherProps) {
	return (
		<div className={styles["other"]}>
			<span className={styles["what"]}>
				{handleText(holding)} <span className="mono">{holding.pigs}</span>
			</span>
			<Chip>{sessionName(holding.session, ownSession)}</Chip>
		</div>
	);
}

function lookedWords(at: number | undefined, orphans: number): string {
	if (at === undefined) return "What programs opened without gpioscope shows once you look for it.";
	const when = timeOfDay(at);
	if (orphans === 0) return `At ${when} nothing was open that nobody here opened.`;
	return `At ${when}: of a program, running or gone. pigpiod does not tell for which device.`;
}
