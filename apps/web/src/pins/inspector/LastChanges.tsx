import { codeOf, type Invocation, languageFacts } from "@gpioscope/protocol";
import { useConnection } from "../../stores/connectionStore.ts";
import { useLog } from "../../stores/logStore.ts";
import { Section } from "../../widgets/Section.tsx";
import { type Segment, Segments } from "../../widgets/Segments.tsx";
import { lastChanges } from "../activity/pinLog.ts";
import { whoText } from "../model/pinBadge.ts";
import type { PinCall } from "../model/pinCall.ts";
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
			{changes.length === 0 ? (
				<p className={styles["none"]}>No command for GPIO {gpio} since this page opened.</p>
			) : (
				<ol className={styles["list"]}>
					{changes.map((change) => (
						<li key={change.place} data-failed={change.failed || undefined}>
							<time>{clockTextWithSeconds(change.at)}</time>
							<code className="mono">
								{language === "pigs" ? change.pigs : lineOf(change.call, language)}
							</code>
							<span>{whoText(change.session, sessionId)}</span>
						</li>
					))}
				</ol>
			)}
		</Section>
	);
}
