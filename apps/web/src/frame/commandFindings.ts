import { commands, formatPigs, parsePigs } from "@gpioscope/protocol";
import { notifications } from "@mantine/notifications";
import { Lock, TerminalSquare, TriangleAlert } from "lucide-react";
import { showError } from "../actions/showError.ts";
import { bridge } from "../bridge/index.ts";
import { answerText } from "../stores/answerText.ts";
import { isArmed, noteAction } from "../stores/uiStore.ts";
import type { Finding } from "./viewDefinition.ts";

type Calls = Extract<ReturnType<typeof parsePigs>, readonly unknown[]>;

/** What a line after `>` in the palette does: commands as `pigs` takes them, `> p 18 64`. */
export function commandFindings(text: string): readonly Finding[] {
	const line = /^>\s*(.*)$/s.exec(text.trim())?.[1];
	if (line === undefined) return [];
	if (line === "")
		return [note("Type a command as pigs takes it", "p 18 64, r 17, servo 12 1500", TerminalSquare)];
	const calls = parsePigs(line);
	if ("problem" in calls) return [note("This is no command yet", `${calls.problem}.`, TriangleAlert)];
	if (!isArmed() && calls.some(({ name }) => commands[name].access !== "observe"))
		return [note("View only. Arm to change pins.", "The switch is in the header, its key Alt A.", Lock)];
	return [
		{
			id: "command",
			label: `Run ${line}`,
			description: calls.map(({ name }) => commands[name].summary).join(" "),
			icon: TerminalSquare,
			run: () => {
				run(calls).catch((error: unknown) => showError(`Run ${line}`, error));
			},
		},
	];
}

function note(label: string, description: string, icon: NonNullable<Finding["icon"]>): Finding {
	return { id: "command", label, description, icon, run: () => {} };
}

/** Runs commands in turn and tells what each answered; the first that fails ends it. */
async function run(calls: Calls): Promise<void> {
	for (const { name, args } of calls) {
		noteAction();
		const result: unknown = await bridge.call(name, args, { noted: true });
		notifications.show({ message: `${formatPigs(name, args)}: ${answerText(name, result)}` });
	}
}
