import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from "react";
import { useConnection } from "../../stores/connectionStore.ts";
import type { NumberedEntry } from "../../stores/logStore.ts";
import { sessionName } from "../../stores/sessionName.ts";
import { usePhone } from "../../theme/phone.ts";
import { isSelected } from "./filterEntries.ts";
import styles from "./LogPanel.module.css";
import { logPanelStore, selectEntry, useLogPanel } from "./logPanelStore.ts";
import { resultText } from "./resultText.ts";

const ROW = 24;
const TOUCH_ROW = 44;
/** Characters of a command that a row and its tip can show. */
const SHOWN = 400;

/**
 * The rows of the log, the newest first. At the top it follows what comes; further down what is looked at stays where
 * it is. A click selects, Shift extends, as the arrows do.
 */
export function LogRows({ shown }: { readonly shown: readonly NumberedEntry[] }) {
	const scroller = useRef<HTMLDivElement>(null);
	const own = useConnection((state) => state.sessionId);
	const selection = useLogPanel((state) => state.selection);
	const height = usePhone() ? TOUCH_ROW : ROW;
	const newest = shown.at(-1)?.number ?? 0;
	const [seen, setSeen] = useState(newest);
	const count = shown.length;
	const entryAt = (index: number): NumberedEntry | undefined => shown[count - 1 - index];
	const rows = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		getItemKey: (index) => entryAt(index)?.number ?? index,
		estimateSize: () => height,
		overscan: 10,
	});
	const last = useRef({ newest, count });
	useLayoutEffect(() => {
		const element = scroller.current;
		const before = last.current;
		last.current = { newest, count };
		if (element === null) return;
		if (element.scrollTop === 0) return setSeen(newest);
		// What is looked at must not move when rows come above it.
		const added = shown.filter(({ number }) => number > before.newest).length;
		if (added > 0 && added <= count) element.scrollTop += added * height;
	}, [newest, count, height, shown]);

	const place = selection === undefined ? -1 : shown.findIndex(({ number }) => number === selection.head);
	const focused = place === -1 ? undefined : count - 1 - place;
	const move = (index: number, extend: boolean): void => {
		const entry = entryAt(Math.max(0, Math.min(count - 1, index)));
		if (entry === undefined) return;
		selectEntry(entry.number, extend);
		rows.scrollToIndex(Math.max(0, Math.min(count - 1, index)));
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
		const step = steps[event.key];
		const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a";
		if (step !== undefined) move(focused === undefined ? 0 : focused + step, event.shiftKey);
		else if (event.key === "Home") move(0, event.shiftKey);
		else if (event.key === "End") move(count - 1, event.shiftKey);
		else if (isAll) logPanelStore.setState({ selection: { anchor: shown[0]?.number ?? 0, head: newest } });
		else if (event.key === "Escape" && selection !== undefined)
			logPanelStore.setState({ selection: undefined });
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	const waiting = shown.filter(({ number }) => number > seen).length;
	const idOf = (number: number): string => `log-${number}`;
	return (
		<div className={styles["body"]}>
			{waiting > 0 && (
				<button
					type="button"
					className={styles["newer"]}
					onClick={() => scroller.current?.scrollTo({ top: 0 })}
				>
					<ArrowUp size={12} /> {waiting} newer
				</button>
			)}
			<div
				ref={scroller}
				className={styles["scroller"]}
				role="listbox"
				aria-label="Commands that were run, the newest first"
				aria-multiselectable
				aria-activedescendant={focused === undefined ? undefined : idOf(selection?.head ?? 0)}
				tabIndex={0}
				onKeyDown={onKeyDown}
				onScroll={({ currentTarget }) => {
					if (currentTarget.scrollTop === 0) setSeen(newest);
				}}
			>
				<div style={{ height: rows.getTotalSize() }} role="presentation" className={styles["rows"]}>
					{rows.getVirtualItems().map(({ index, start }) => {
						const entry = entryAt(index);
						return (
							entry !== undefined && (
								<Row
									key={entry.number}
									id={idOf(entry.number)}
									entry={entry}
									own={own}
									isChosen={isSelected(entry.number, selection)}
									style={{ height, transform: `translateY(${start}px)` }}
								/>
							)
						);
					})}
				</div>
			</div>
		</div>
	);
}

interface RowProps {
	readonly id: string;
	readonly entry: NumberedEntry;
	readonly own: string | undefined;
	readonly isChosen: boolean;
	readonly style: { readonly height: number; readonly transform: string };
}

function Row({ id, entry, own, isChosen, style }: RowProps) {
	const { number, at, session, pigs, error, milliseconds } = entry;
	const command = pigs.slice(0, SHOWN);
	const result = resultText(entry);
	const isPhone = usePhone();
	const pick = ({ shiftKey }: MouseEvent): void => {
		const { selection } = logPanelStore.getState();
		const isOne = selection !== undefined && selection.anchor === selection.head;
		if (isOne && selection.head === number && !shiftKey) logPanelStore.setState({ selection: undefined });
		// Fingers have no Shift: the second one touched is the other end.
		else selectEntry(number, shiftKey || (isPhone && isOne));
	};
	return (
		// biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the option
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
		<div
			id={id}
			role="option"
			aria-selected={isChosen}
			className={styles["row"]}
			data-failed={error !== undefined || undefined}
			style={style}
			onClick={pick}
		>
			<span className={styles["dim"]}>{timeOf(at)}</span>
			<span>{sessionName(session, own)}</span>
			<span className={`mono ${styles["command"]}`} title={command}>
				{command}
			</span>
			<span className={styles["result"]} title={result}>
				{result}
			</span>
			<span className={styles["number"]}>{milliseconds.toFixed(1)} ms</span>
		</div>
	);
}

function timeOf(at: number): string {
	const date = new Date(at);
	return `${date.toLocaleTimeString("en-GB")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
