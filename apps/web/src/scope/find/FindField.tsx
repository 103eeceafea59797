import type { ParsedSearch, SearchReading } from "@gpioscope/logic";
import { readSearch } from "@gpioscope/logic";
import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useStore } from "zustand";
import { ActionIconButton } from "../../actions/ActionIconButton.tsx";
import { shownStore } from "../../bridge/index.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { focusPlot } from "../timeline/focusPlot.ts";
import styles from "./find.module.css";
import { FIND_FIELD, nextMatch, previousMatch } from "./findActions.ts";
import { clearSearch, findStore } from "./findStore.ts";
import { noMatchText, positionText } from "./findText.ts";
import { searchWorld, typeSearch } from "./searchWorld.ts";
import { showMatch } from "./stepToMatch.ts";

/** Looks for edges, pulses and levels in the whole capture, and goes from match to match. */
export function FindField() {
	const hasMatches = useStore(findStore, (state) => (state.result?.count ?? 0) > 0);
	return (
		<search className={styles["find"]} aria-label="In the capture">
			<Field />
			<ActionIconButton action={previousMatch} icon={previousMatch.icon} disabled={!hasMatches} />
			<ActionIconButton action={nextMatch} icon={nextMatch.icon} disabled={!hasMatches} />
			<Announcement />
		</search>
	);
}

function Field() {
	const text = useStore(findStore, (state) => state.text);
	const channels = useStore(channelsStore);
	const rows = useStore(laneStore, (state) => state.rows);
	const reading = useMemo(() => readSearch(text, searchWorld(channels, rows)), [text, channels, rows]);
	const [scroll, setScroll] = useState(0);
	const [isStrict, setStrict] = useState(false);
	const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
	const { parsed, suggestions, from } = reading;
	const missed = useStore(findStore, ({ result, query }) =>
		result?.count === 0 && result.isComplete ? query?.words : undefined,
	);
	const hint = hintOf(parsed, isStrict);
	const problem = parsed.kind === "wrong" ? parsed : undefined;

	const change = (next: string): SearchReading => {
		setStrict(false);
		combobox.openDropdown();
		combobox.resetSelectedOption();
		return typeSearch(next);
	};
	const complete = (suggestion: string): void => {
		const { parsed: after } = change(completed(text, from, suggestion));
		document.getElementById(FIND_FIELD)?.focus();
		if (after.kind === "search") combobox.closeDropdown();
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
		if (event.key === "Escape") {
			combobox.closeDropdown();
			focusPlot(event.currentTarget);
		} else if (event.key === "Tab" && combobox.dropdownOpened && text !== "" && suggestions.length === 1) {
			event.preventDefault();
			complete(suggestions[0]?.text ?? "");
		} else if (event.key === "Enter" && combobox.getSelectedOptionIndex() < 0) {
			event.preventDefault();
			setStrict(parsed.kind === "unfinished" && text.trim() !== "");
			if (parsed.kind !== "search") return;
			combobox.closeDropdown();
			showMatch(event.shiftKey ? "previous" : "next");
		}
	};
	return (
		<Combobox
			store={combobox}
			position="bottom-start"
			width={300}
			withinPortal
			onOptionSubmit={(suggestion) => complete(suggestion)}
		>
			<Combobox.Target withExpandedAttribute>
				<TextInput
					id={FIND_FIELD}
					size="xs"
					className={styles["field"] ?? ""}
					role="combobox"
					aria-label="Find"
					aria-invalid={problem !== undefined || undefined}
					placeholder="Find: pulse < 12 µs"
					autoComplete="off"
					spellCheck={false}
					error={problem !== undefined}
					leftSection={<Search size={14} />}
					leftSectionWidth={28}
					rightSection={<Position />}
					rightSectionWidth={text === "" ? 0 : 92}
					rightSectionPointerEvents="all"
					value={text}
					onChange={(event) => change(event.currentTarget.value)}
					onFocus={(event) => {
						event.currentTarget.select();
						combobox.openDropdown();
					}}
					onBlur={() => combobox.closeDropdown()}
					onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
					onKeyDown={onKeyDown}
					inputContainer={(input) => (
						<>
							{input}
							{problem !== undefined && <Underline text={text} problem={problem} scroll={scroll} />}
						</>
					)}
				/>
			</Combobox.Target>
			<Combobox.Dropdown hidden={suggestions.length === 0 && hint === undefined && missed === undefined}>
				{hint !== undefined && (
					<p className={styles["error"]} role="alert">
						{hint}
					</p>
				)}
				{missed !== undefined && <NoMatch words={missed} />}
				<Combobox.Options
					mah={280}
					hidden={suggestions.length === 0}
					className={styles["options"] ?? ""}
					aria-label="What can be sought"
				>
					{suggestions.map(({ text: suggestion, summary }) => (
						<Combobox.Option key={suggestion} value={suggestion} className={styles["option"] ?? ""}>
							<span>{suggestion}</span>
							<span className={styles["summary"]}>{summary}</span>
						</Combobox.Option>
					))}
				</Combobox.Options>
			</Combobox.Dropdown>
		</Combobox>
	);
}

/** The text with a suggestion at the place it is for. */
function completed(text: string, from: number, suggestion: string): string {
	const before = text.slice(0, from);
	const space = before === "" || /[\s=]$/.test(before) ? "" : " ";
	return `${before}${space}${suggestion}${suggestion.endsWith("=") ? "" : " "}`;
}

/** What is to be said about the text; nothing while it is only not finished yet. */
function hintOf(parsed: ParsedSearch, isStrict: boolean): string | undefined {
	if (parsed.kind === "wrong") return parsed.message;
	return parsed.kind === "unfinished" && isStrict ? parsed.message : undefined;
}

/** What was not found, and where it was looked for. */
function NoMatch({ words }: { readonly words: string }) {
	const searched = useStore(shownStore, ({ firstTime, endTime }) => Math.floor((endTime - firstTime) / 1e5));
	return <p className={styles["note"]}>{noMatchText(words, searched * 1e5)}</p>;
}

/** Underlines the word that is not understood: the same text over the field, transparent. */
function Underline({
	text,
	problem: { from, to },
	scroll,
}: {
	readonly text: string;
	readonly problem: { readonly from: number; readonly to: number };
	readonly scroll: number;
}) {
	return (
		<div className={styles["underlay"]} aria-hidden="true">
			<span style={{ transform: `translateX(${-scroll}px)` }}>
				{text.slice(0, from)}
				<u>{text.slice(from, to)}</u>
			</span>
		</div>
	);
}

/** `3 of 418`, and the cross that clears the search. */
function Position() {
	const hasText = useStore(findStore, (state) => state.text !== "");
	const position = useStore(findStore, ({ result, current, failed }) =>
		failed ? "no answer" : result === undefined ? "" : positionText(result, current?.rank),
	);
	const isNone = useStore(findStore, ({ result }) => result?.count === 0 && result.isComplete);
	return (
		<span className={styles["position"]}>
			<span data-testid="find-position" data-none={isNone || undefined}>
				{position}
			</span>
			{hasText && (
				<button type="button" aria-label="Clear the search" title="Clear the search" onClick={clearSearch}>
					<X size={12} />
				</button>
			)}
		</span>
	);
}

function Announcement() {
	const text = useStore(findStore, (state) => state.announcement);
	return (
		<span className="visuallyHidden" aria-live="polite">
			{text}
		</span>
	);
}
