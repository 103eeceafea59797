import { TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { usePhone } from "../../theme/phone.ts";
import { insertWord, spaceBehind } from "../editor/editorPlace.ts";
import { changeDocument, openDocument } from "../library/libraryStore.ts";
import { scriptsViewStore } from "../scriptsViewStore.ts";
import { findWords } from "./findWords.ts";
import styles from "./WordList.module.css";

/** All that a script may say, by what it is for; a click writes it into the text. */
export function WordList() {
	const isPhone = usePhone();
	const [wanted, setWanted] = useState("");
	const isForeign = useStore(scriptsViewStore, (state) => state.foreign !== undefined);
	const groups = findWords(wanted);
	return (
		<div className={styles["words"]}>
			<TextInput
				size={isPhone ? "lg" : "xs"}
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
									onClick={() => write(name.toLowerCase())}
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

/** Writes a word at the caret; where the text is not on view, as on a phone, at its end, which comes into view. */
function write(word: string): void {
	if (insertWord(word)) return;
	const { id, text } = openDocument();
	changeDocument(id, { text: `${text}${spaceBehind(text)}${word} ` });
	scriptsViewStore.setState({ part: "text" });
}
