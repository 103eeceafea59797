import { codeOf, type Invocation, languageFacts, type PinFacts } from "@gpioscope/protocol";
import type { PinCall } from "../../actions/pins/pinCall.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import { useLog } from "../../stores/logStore.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { Section } from "../../widgets/Section.tsx";
import { type Segment, Segments } from "../../widgets/Segments.tsx";
import { lastChanges, type PinChange } from "../activity/pinLog.ts";
import { whoText } from "../model/pinBadge.ts";
import { type LineLanguage, pinsViewStore, usePinsView } from "../pinsViewStore.ts";
import { clockTextWithSeconds } from "./clockText.ts";
import styles from "./LastChanges.module.css";

const SHOWN = 6;

const languages: readonly Segment<LineLanguage>[] = (["pigs", "python", "c"] as const).map((value) => ({
	value,
	label: languageFacts[value].label,
}));

function lineOf({ command: name, args }: PinCall, language: LineLanguage): string {
	return codeOf({ name, args } as Invocation, language);
}

/** The newest commands about a GPIO, from anybody, in the language chosen. */
export function LastChanges({ gpio }: { readonly gpio: number }) {
	const language = usePinsView((state) => state.language);
	const sessionId = useConnection((state) => state.sessionId);
	const changes = lastChanges(useLog(), gpio, SHOWN);
	const earlier = beyondLog(usePin(gpio)?.changedBy, changes);
	return (
		<Section
			title="Last changes"
			aside={
				<Segments
					label="Language"
					segments={languages}
					value={language}
					size="small"
					onPick={(picked) => pinsViewStore.setState({ language: picked })}
				/>
			}
		>
			{changes.length === 0 && earlier === undefined ? (
				<p className={styles["none"]}>No command for GPIO {gpio} since this page opened.</p>
			) : (
				<ol className={styles["list"]}>
					{earlier?.isNewest === true && <Earlier change={earlier.change} sessionId={sessionId} />}
					{changes.map((change) => (
						<li key={change.place} data-failed={change.failed || undefined}>
							<time>{clockTextWithSeconds(change.at)}</time>
							<code className="mono">
								{language === "pigs" ? change.pigs : lineOf(change.call, language)}
							</code>
							<span>{whoText(change.session, sessionId)}</span>
						</li>
					))}
					{earlier?.isNewest === false && <Earlier change={earlier.change} sessionId={sessionId} />}
				</ol>
			)}
		</Section>
	);
}

type Author = NonNullable<PinFacts["changedBy"]>;

/** The last change of a pin where the log has none of it: another program's, or one from before the page opened. */
function beyondLog(
	change: Author | undefined,
	changes: readonly PinChange[],
): { readonly change: Author; readonly isNewest: boolean } | undefined {
	if (change === undefined || changes.some(({ pigs }) => pigs === change.pigs)) return undefined;
	const newest = changes[0];
	return { change, isNewest: newest === undefined || change.at >= newest.at };
}

function Earlier({ change, sessionId }: { readonly change: Author; readonly sessionId: string | undefined }) {
	return (
		<li>
			<time>{clockTextWithSeconds(change.at)}</time>
			<code className="mono">{change.pigs === "" ? "changed outside" : change.pigs}</code>
			<span>
				{whoText(change.session, sessionId)}
				{change.left === true && ", gone"}
			</span>
		</li>
	);
}
