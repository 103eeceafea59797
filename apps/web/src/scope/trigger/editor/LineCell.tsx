import type { LineCondition } from "@gpioscope/logic";
import type { KeyboardEvent, Ref } from "react";
import styles from "./editor.module.css";
import { lineStateOf, lineStateOfKey, lineStates, stepLineState } from "./lineStates.ts";

interface Props {
	readonly gpio: number;
	/** A person's own; undefined when the line has none. */
	readonly name: string | undefined;
	readonly condition: LineCondition | undefined;
	/** Reached by Tab; the others by arrow keys. */
	readonly isStop: boolean;
	readonly ref: Ref<HTMLButtonElement>;
	readonly onFocus: () => void;
	/** Arrow keys to the side, in cells. */
	readonly onWalk: (cells: number) => void;
	readonly onChange: (condition: LineCondition | undefined) => void;
}

const WALK: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, Home: -32, End: 32 };

/** What one line must do: goes on by click, back by Shift click, steps by ↑ ↓, takes typed characters. */
export function LineCell({ gpio, name, condition, isStop, ref, onFocus, onWalk, onChange }: Props) {
	const state = lineStateOf(condition);
	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
		const walk = WALK[event.key];
		const typed = lineStateOfKey(event.key);
		if (steps !== undefined) onChange(stepLineState(condition, steps).condition);
		else if (walk !== undefined) onWalk(walk);
		else if (typed !== undefined) onChange(typed.condition);
		else return;
		event.preventDefault();
		event.stopPropagation();
	};
	return (
		<button
			ref={ref}
			type="button"
			role="spinbutton"
			className={styles["cell"]}
			data-set={condition !== undefined || undefined}
			tabIndex={isStop ? 0 : -1}
			aria-label={name === undefined ? `GPIO ${gpio}` : `GPIO ${gpio} ${name}`}
			aria-valuemin={0}
			aria-valuemax={lineStates.length - 1}
			aria-valuenow={lineStates.indexOf(state)}
			aria-valuetext={state.word}
			title={`${name ?? `GPIO ${gpio}`}: ${state.word}`}
			onFocus={onFocus}
			onKeyDown={onKeyDown}
			onClick={(event) => onChange(stepLineState(condition, event.shiftKey ? -1 : 1).condition)}
		>
			<span className={styles["cellNumber"]}>{gpio}</span>
			<span className={styles["cellSymbol"]}>{state.symbol}</span>
			<span className={styles["cellName"]}>{name}</span>
		</button>
	);
}
