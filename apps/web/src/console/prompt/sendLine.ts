import { type CommandCall, commands, formatPigs, parsePigs } from "@gpioscope/protocol";
import { errorWords } from "../../actions/errorWords.ts";
import { bridge } from "../../bridge/index.ts";
import type { ActBar } from "../../stores/actBar.ts";
import { answerText } from "../../stores/answerText.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { type Answer, openExchange, promptStore, remember, typeLine } from "./promptStore.ts";

/** Why lines are not sent, as far as the page itself knows. */
const barTexts: Readonly<Record<ActBar, string>> = {
	disconnected: "Not connected: nothing can be sent now.",
	viewer: "Your role can only watch: commands that change something are not sent.",
	viewOnly: "View only. Arm to send commands that change something.",
};

/**
 * Sends the commands of the line in the field in turn, as pigs does: one that pigpiod refuses does not keep the next
 * from being sent. What is wrong with the line is said before anything is sent.
 */
export async function sendLine(bar: ActBar | undefined): Promise<void> {
	const { line } = promptStore.getState();
	if (line.trim() === "") return;
	const calls = parsePigs(line);
	if ("problem" in calls) {
		promptStore.setState({ problem: `${capital(calls.problem)}.`, caret: calls.at });
		return;
	}
	const acts = calls.some(({ name }) => commands[name].access !== "observe");
	if (bar === "disconnected" || (bar !== undefined && acts)) {
		promptStore.setState({ problem: barTexts[bar] });
		return;
	}
	remember(line);
	typeLine("");
	const note = openExchange(line, calls.length);
	for (const call of calls) note(await run(call));
}

async function run({ name, args }: CommandCall): Promise<Answer> {
	const pigs = formatPigs(name, args);
	noteAction();
	try {
		const result: unknown = await bridge.call(name, args, { noted: true });
		return { pigs, text: answerText(name, result), failed: false };
	} catch (error) {
		const { message, remedy } = errorWords(error);
		return { pigs, text: message, remedy, failed: true };
	}
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
