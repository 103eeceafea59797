import { type CommandName, commands, type Slot } from "@gpioscope/protocol";
import { Chip } from "../../widgets/Chip.tsx";
import { Section } from "../../widgets/Section.tsx";
import { typedName } from "./model/completions.ts";
import styles from "./Prompt.module.css";

interface Props {
	readonly command: CommandName;
	/** The parameter to be typed, which is shown strong. */
	readonly param: string | undefined;
}

/** What there is to know of a command: its names, what it does, its parameters, what it answers. */
export function CommandHelp({ command, param }: Props) {
	const { mnemonic, aliases, summary, params, result, access, blocking } = commands[command];
	const entries = Object.entries(params);
	return (
		<Section
			title={<span className="mono">{[mnemonic, ...aliases].join(", ")}</span>}
			aside={access === "observe" ? <Chip>only looks</Chip> : undefined}
		>
			<p className={styles["summary"]}>{summary}</p>
			<p className={`mono ${styles["usage"]}`}>
				{typedName(command)}
				{entries.map(([name, slot]) => ` ${slot.optional ? `[${name}]` : name}`)}
			</p>
			{entries.length > 0 && (
				<dl className={styles["params"]}>
					{entries.map(([name, slot]) => (
						<div key={name} data-current={name === param || undefined}>
							<dt className="mono">{name}</dt>
							<dd>
								{slot.text}
								<span>{expects(slot)}</span>
							</dd>
						</div>
					))}
				</dl>
			)}
			<p className={styles["note"]}>
				Answers: {result.kind === "status" ? "nothing, or an error" : result.text}
				{result.unit === undefined ? "" : ` in ${result.unit}`}.
				{blocking && " Later commands may have to wait for it."}
			</p>
		</Section>
	);
}

function expects(slot: Slot): string {
	if (slot.at === "tail") return kinds[slot.type.kind];
	const { letters, choices = {}, expects: range } = slot.type;
	if (letters === undefined) return range;
	const each = Object.entries(choices).map(
		([name, value]) => `${letters.charAt(value).toLowerCase()} ${name}`,
	);
	return each.join(", ");
}

const kinds = {
	bytes: "numbers from 0 to 255, up to the next command",
	word: "a name without blanks",
	path: 'a path; one with blanks between " and "',
	text: "the rest of the line",
	pulses: "three numbers for each pulse",
	words: "numbers, up to the next command",
	waveChain: "numbers from 0 to 255, up to the next command",
	segments: "numbers from 0 to 255, up to the next command",
	shell: "a name, then the rest of the line",
} as const;
