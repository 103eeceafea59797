import { type Invocation, parsePigs } from "@gpioscope/protocol";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { CommandHelp } from "./CommandHelp.tsx";
import { CommandList } from "./CommandList.tsx";
import { wordAt } from "./model/lineParts.ts";
import { usePrompt } from "./promptStore.ts";

/** Help of the command under the caret, or all commands; and the line in the languages of pigpio. */
export function PromptInspector() {
	const line = usePrompt((state) => state.line);
	const caret = usePrompt((state) => state.caret);
	const last = usePrompt((state) => state.exchanges.at(-1)?.line);
	const { command, param } = wordAt(line, caret);
	const isTyped = line.trim() !== "";
	return (
		<>
			{command === undefined ? null : <CommandHelp command={command} param={param} />}
			<SameInCode
				title={isTyped || last === undefined ? "Same in code" : "Last line in code"}
				calls={callsOf(isTyped ? line : (last ?? ""))}
				empty={isTyped ? "The line is not complete yet." : "Type a line to see it in other languages."}
			/>
			{command === undefined && <CommandList />}
		</>
	);
}

function callsOf(line: string): readonly Invocation[] {
	const calls = parsePigs(line);
	return Array.isArray(calls) ? calls : [];
}
