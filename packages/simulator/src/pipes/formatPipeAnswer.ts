import { type CommandName, type CommandSpec, commandNames, commands } from "@gpioscope/protocol";

/**
 * What the daemon writes to /dev/pigout for an answer: the result in decimal, masks in hexadecimal, data as numbers
 * behind its length, a script's state and parameters. Transfers of the BSC slave say nothing there.
 * @param data empty for a result without
 */
export function formatPipeAnswer(name: CommandName, result: number, data: Uint8Array): string {
	const { kind, hex }: CommandSpec["result"] = commands[name].result;
	if (name === "help") return helpText();
	if (kind === "bscTransfer") return "";
	if (kind === "word") {
		const word = result >>> 0;
		return `${hex === true ? word.toString(16).toUpperCase().padStart(8, "0") : word}\n`;
	}
	if (kind === "scriptStatus" && result >= 0) return `${wordsOf(data).join(" ")}\n`;
	return `${[result, ...data].join(" ")}\n`;
}

function wordsOf(data: Uint8Array): number[] {
	const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
	return Array.from({ length: data.byteLength / 4 }, (_, index) => view.getInt32(index * 4, true));
}

function helpText(): string {
	const lines = commandNames.map((name) => {
		const { mnemonic, params, summary } = commands[name];
		return `${[mnemonic, ...Object.keys(params)].join(" ").padEnd(40)} ${summary}\n`;
	});
	return lines.sort().join("");
}
