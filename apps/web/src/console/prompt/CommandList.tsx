import { type CommandGroup, commandGroups, commandNames, commands } from "@gpioscope/protocol";
import { Section } from "../../widgets/Section.tsx";
import { showHelp } from "../consoleStore.ts";
import { focusField } from "./fieldId.ts";
import { typedName } from "./model/completions.ts";
import styles from "./Prompt.module.css";
import { promptStore, typeLine } from "./promptStore.ts";

const groups = Object.entries(commandGroups) as readonly (readonly [CommandGroup, string])[];

/** All commands by group; a click begins a line with one. */
export function CommandList() {
	return (
		<Section title="Commands">
			{groups.map(([group, title]) => (
				<details key={group} className={styles["group"]} open={group === "gpio"}>
					<summary>{title}</summary>
					<ul>
						{commandNames
							.filter((name) => commands[name].group === group)
							.map((name) => (
								<li key={name}>
									<button type="button" onClick={() => begin(typedName(name))}>
										<code className="mono">{typedName(name)}</code>
										<span>{commands[name].summary}</span>
									</button>
								</li>
							))}
					</ul>
				</details>
			))}
		</Section>
	);
}

/** Adds a command to what is typed already. */
function begin(name: string): void {
	const { line } = promptStore.getState();
	const before = line === "" || line.endsWith(" ") ? line : `${line} `;
	typeLine(`${before}${name} `);
	showHelp(false);
	focusField();
}
