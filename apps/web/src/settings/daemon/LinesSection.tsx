import { daemonLines, explainDaemonText } from "@gpioscope/logic";
import { Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { usePhone } from "../../theme/phone.ts";
import { Section } from "../../widgets/Section.tsx";
import styles from "./DaemonPage.module.css";

const GROUPS = [
	{ group: "When it starts", items: daemonLines.start },
	{ group: "While it runs", items: daemonLines.run },
	{ group: "Printed by other programs", items: daemonLines.clients },
].map(({ group, items }) => ({
	group,
	items: items.map(({ title, sample }) => ({ value: sample, label: `${title}: ${sample}` })),
}));

/** Explains what pigpiod and those around it print. */
export function LinesSection() {
	const isPhone = usePhone();
	const [text, setText] = useState("");
	const explained = explainDaemonText(text);
	return (
		<Section title="What pigpiod printed">
			<div className={styles["lines"]}>
				<Textarea
					label="Paste its lines"
					description="From the terminal, journalctl -u pigpiod, or cat /dev/pigerr."
					classNames={{ input: "mono" }}
					autosize
					minRows={3}
					maxRows={10}
					spellCheck={false}
					value={text}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
				<Select
					size={isPhone ? "lg" : "xs"}
					label="Or pick one"
					placeholder="Lines that are known"
					data={GROUPS}
					searchable
					clearable
					value={null}
					nothingFoundMessage="None of these. Paste the line above."
					onChange={(sample) => setText(sample ?? "")}
				/>
			</div>
			<div role="status">
				{explained.map(({ text: printed, line }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand there twice.
					<article key={index} className={styles["explained"]}>
						<h4>{line.title}</h4>
						<code className="mono">{printed}</code>
						<p>{line.means}</p>
						<p>
							<b>{line.remedy}</b>
						</p>
					</article>
				))}
				{text.trim() !== "" && explained.length === 0 && (
					<p className={styles["note"]}>
						None of these lines is known. What pigpiod prints when it fails begins with the name of a
						function, such as <code className="mono">initInitialise:</code>.
					</p>
				)}
			</div>
		</Section>
	);
}
