import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { insertWord } from "../editor/editorPlace.ts";
import { scriptsViewStore } from "../scriptsViewStore.ts";
import { findWords } from "./findWords.ts";
import styles from "./WordList.module.css";

/** All that a script may say, by what it is for; a click writes it into the text. */
export function WordList() {
	const [wanted, setWanted] = useState("");
	const isForeign = useStore(scriptsViewStore, (state) => state.foreign !== undefined);
	const groups = findWords(wanted);
	return (
		<div className={styles["words"]}>
			<TextInput
				size="xs"
				className={styles["search"] ?? ""}
				aria-label="Search words of scripts"
				placeholder="Search by name or by what it does"
				leftSection={<Search size={14} />}
				value={wanted}
				onChange={(event) => setWanted(event.currentTarget.value)}
			/>
			{groups.map(({ title, words }) => (
				<section key={title} aria-label={title}>
					<h3>{title}</h3>
					<ul>
						{words.map(({ name, summary, params }) => (
							<li key={name}>
								<button
									type="button"
									disabled={isForeign}
									title={params.map(({ label, text }) => `${label}: ${text}`).join("\n")}
									onClick={() => insertWord(name.toLowerCase())}
								>
									<code className="mono">
										<b>{name.toLowerCase()}</b> {params.map(({ label }) => label).join(" ")}
									</code>
									<span>{summary}</span>
								</button>
							</li>
						))}
					</ul>
				</section>
			))}
			{groups.length === 0 && <p className={styles["none"]}>No word of scripts does that.</p>}
		</div>
	);
}
