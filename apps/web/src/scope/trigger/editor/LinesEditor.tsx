import type { LineCondition, TriggerCondition } from "@gpioscope/logic";
import { Checkbox } from "@mantine/core";
import { useRef, useState } from "react";
import { useStore } from "zustand";
import { namesStore, ownName } from "../../../stores/namesStore.ts";
import styles from "./editor.module.css";
import { LineCell } from "./LineCell.tsx";

type Lines = Extract<TriggerCondition, { kind: "lines" }>;

interface Props {
	readonly condition: Lines;
	readonly channels: readonly number[];
	readonly onChange: (condition: Lines) => void;
}

/** A cell for every line: what all of them must do in one change. */
export function LinesEditor({ condition, channels, onChange }: Props) {
	const names = useStore(namesStore);
	const [stop, setStop] = useState(() => firstSet(condition, channels));
	const cells = useRef(new Map<number, HTMLButtonElement>());
	const setLine = (gpio: number, line: LineCondition | undefined): void => {
		const { [gpio]: _old, ...others } = condition.lines;
		onChange({ ...condition, lines: line === undefined ? others : { ...others, [gpio]: line } });
	};
	const walk = (from: number, by: number): void => {
		const index = channels.indexOf(from) + by;
		const next = channels[Math.min(channels.length - 1, Math.max(0, index))];
		if (next !== undefined) cells.current.get(next)?.focus();
	};
	const conditions = Object.values(condition.lines);
	const onlyLevels = conditions.length > 0 && conditions.every((line) => line === "low" || line === "high");
	return (
		<>
			<fieldset className={styles["cells"]} aria-label="What the lines do in one change">
				{channels.map((gpio) => (
					<LineCell
						key={gpio}
						gpio={gpio}
						name={ownName(names, gpio)}
						condition={condition.lines[gpio]}
						isStop={gpio === stop}
						ref={(element) => {
							if (element === null) cells.current.delete(gpio);
							else cells.current.set(gpio, element);
						}}
						onFocus={() => setStop(gpio)}
						onWalk={(by) => walk(gpio, by)}
						onChange={(line) => setLine(gpio, line)}
					/>
				))}
			</fieldset>
			{onlyLevels && (
				<Checkbox
					size="xs"
					label="Only when it becomes true, not at every change meanwhile"
					checked={condition.entering === true}
					onChange={(event) => onChange(withEntering(condition, event.currentTarget.checked))}
				/>
			)}
		</>
	);
}

function withEntering({ kind, lines }: Lines, entering: boolean): Lines {
	return entering ? { kind, lines, entering } : { kind, lines };
}

function firstSet({ lines }: Lines, channels: readonly number[]): number | undefined {
	return channels.find((gpio) => lines[gpio] !== undefined) ?? channels[0];
}
