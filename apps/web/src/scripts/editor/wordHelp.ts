import type { ScriptWord } from "@gpioscope/protocol";

/** What a word does and takes, as an element for a tooltip. */
export function wordHelp({ name, summary, params }: ScriptWord): HTMLElement {
	const help = document.createElement("div");
	help.className = "cm-wordHelp";
	const head = document.createElement("b");
	head.textContent = [name.toLowerCase(), ...params.map(({ label }) => label)].join(" ");
	const text = document.createElement("p");
	text.textContent = summary;
	help.append(head, text);
	for (const param of params) {
		const line = document.createElement("p");
		const letters = [...param.letters].map(([letter, meaning]) => `${letter.toLowerCase()} ${meaning}`);
		line.textContent = `${param.label}: ${letters.length === 0 ? param.text : letters.join(", ")}`;
		help.append(line);
	}
	return help;
}
