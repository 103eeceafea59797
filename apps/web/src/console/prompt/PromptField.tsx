import { Button } from "@mantine/core";
import { CornerDownLeft } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { useActBar } from "../../stores/actBar.ts";
import { namesStore, stylesOf } from "../../stores/namesStore.ts";
import { setArmed } from "../../stores/uiStore.ts";
import { FIELD_ID } from "./fieldId.ts";
import { type Completion, completed, completions } from "./model/completions.ts";
import styles from "./Prompt.module.css";
import { promptStore, recall, typeLine, usePrompt } from "./promptStore.ts";
import { sendLine } from "./sendLine.ts";

const LIST_ID = "console-completions";
const optionId = (index: number): string => `${LIST_ID}-${index}`;

/** The line that commands are typed into: Tab takes what is proposed, ↑ fetches older lines, Enter sends. */
export function PromptField() {
	const { line, caret, problem } = usePrompt(
		useShallow((state) => ({ line: state.line, caret: state.caret, problem: state.problem })),
	);
	const names = useStore(namesStore, (state) => stylesOf(state));
	const bar = useActBar();
	const field = useRef<HTMLInputElement>(null);
	/** What was dismissed by Escape stays so until something else is typed. */
	const [dismissed, setDismissed] = useState<string>();
	const [picked, setPicked] = useState(0);
	const found = useMemo(() => completions(line, caret, namesOf(names)), [line, caret, names]);
	const shown = dismissed === line ? [] : found;
	const current = Math.min(picked, shown.length - 1);

	// What changes the line from elsewhere says where the caret is then.
	useLayoutEffect(() => {
		const element = field.current;
		if (element !== null && document.activeElement === element && element.selectionStart !== caret) {
			element.setSelectionRange(caret, caret);
		}
	}, [caret]);

	const take = (completion: Completion): void => {
		const next = completed(line, caret, completion);
		typeLine(next.line, next.caret);
		setPicked(0);
		field.current?.focus();
	};
	const send = (): void => {
		setPicked(0);
		void sendLine(bar);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
		const completion = shown[current];
		const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
		if (event.altKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
			const step = event.key === "ArrowDown" ? 1 : -1;
			if (shown.length > 0) setPicked((current + step + shown.length) % shown.length);
		} else if (event.key === "Tab" && isPlain && completion !== undefined) take(completion);
		else if (event.key === "Escape" && shown.length > 0) setDismissed(line);
		else if (event.key === "ArrowUp" && isPlain) recall(1);
		else if (event.key === "ArrowDown" && isPlain) recall(-1);
		else if (event.key === "Enter" && !event.nativeEvent.isComposing) send();
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
		const text = event.clipboardData.getData("text");
		if (!/[\r\n]/.test(text)) return;
		// The browser would put the lines together without anything between them.
		event.preventDefault();
		const { selectionStart, selectionEnd } = event.currentTarget;
		const before = line.slice(0, selectionStart ?? caret) + text.trim().replaceAll(/\s*[\r\n]+\s*/g, " ");
		typeLine(before + line.slice(selectionEnd ?? caret), before.length);
	};
	const isBarred = problem !== undefined && bar === "viewOnly";
	return (
		<div className={styles["entry"]}>
			{shown.length > 0 && (
				<div id={LIST_ID} className={styles["completions"]} role="listbox" aria-label="What may be typed">
					{shown.map((completion, index) => (
						// biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option
						// biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
						<div
							key={`${completion.text} ${completion.means}`}
							id={optionId(index)}
							role="option"
							aria-selected={index === current}
							className={styles["completion"]}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => take(completion)}
						>
							<code className="mono">{completion.text}</code>
							<span>{completion.means}</span>
						</div>
					))}
				</div>
			)}
			{problem !== undefined && (
				<p id="console-problem" className={styles["problem"]} role="alert">
					<span>{problem}</span>
					{isBarred && (
						<Button size="compact-xs" variant="outline" onClick={() => arm()}>
							Arm
						</Button>
					)}
				</p>
			)}
			<div className={styles["field"]}>
				<span aria-hidden="true" className="mono">
					›
				</span>
				<input
					ref={field}
					id={FIELD_ID}
					className="mono"
					value={line}
					role="combobox"
					aria-label="Commands, as pigs takes them"
					aria-expanded={shown.length > 0}
					aria-controls={LIST_ID}
					aria-autocomplete="list"
					aria-activedescendant={shown.length > 0 ? optionId(current) : undefined}
					aria-invalid={problem !== undefined}
					aria-describedby={problem === undefined ? undefined : "console-problem"}
					autoComplete="off"
					autoCapitalize="none"
					autoCorrect="off"
					spellCheck={false}
					enterKeyHint="send"
					placeholder="w 18 1"
					onChange={({ target }) => {
						setPicked(0);
						typeLine(target.value, target.selectionStart ?? target.value.length);
					}}
					onSelect={({ currentTarget }) => {
						const at = currentTarget.selectionStart ?? 0;
						if (at !== promptStore.getState().caret) promptStore.setState({ caret: at });
					}}
					onKeyDown={onKeyDown}
					onPaste={onPaste}
				/>
				<Button size="compact-sm" leftSection={<CornerDownLeft size={14} />} onClick={send}>
					Send
				</Button>
			</div>
		</div>
	);
}

function arm(): void {
	setArmed(true);
	promptStore.setState({ problem: undefined });
}

function namesOf(styled: ReturnType<typeof stylesOf>): Record<number, string> {
	return Object.fromEntries(
		Object.entries(styled).flatMap(([gpio, { name }]) => (name === undefined ? [] : [[gpio, name]])),
	);
}
