import { parsePigs } from "@gpioscope/protocol";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { useConnection } from "../../stores/connectionStore.ts";
import { useLog } from "../../stores/logStore.ts";

/** The newest command of this page in the languages of pigpio. */
export function PromptInspector() {
	const own = useConnection((state) => state.sessionId);
	const entry = useLog().findLast(({ session }) => session === own);
	const calls = entry === undefined ? [] : parsePigs(entry.pigs);
	return (
		<SameInCode
			title="Last command in code"
			calls={Array.isArray(calls) ? calls : []}
			empty="This page has not sent a command yet."
		/>
	);
}
