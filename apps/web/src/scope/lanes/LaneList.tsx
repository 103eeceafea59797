import {
	type KeyboardEvent,
	type MouseEvent,
	type ReactNode,
	type Ref,
	useEffect,
	useRef,
	useState,
} from "react";
import { useStore } from "zustand";
import { scopeStore } from "../scopeStore.ts";
import { DerivedHeader } from "./DerivedHeader.tsx";
import { EventsHeader } from "./EventsHeader.tsx";
import { GroupHeader } from "./GroupHeader.tsx";
import { changeGroup, stepLane } from "./groupsStore.ts";
import { openMenuAt, openMenuBelow, renameRow } from "./headerStore.ts";
import { heightByWheel } from "./heightByWheel.ts";
import { IdleRow } from "./IdleRow.tsx";
import { LaneHeader } from "./LaneHeader.tsx";
import type { LaneRow } from "./laneLayout.ts";
import { laneStore } from "./laneStore.ts";
import styles from "./lanes.module.css";
import { RowMenu } from "./RowMenu.tsx";
import { selectLanes } from "./selectLane.ts";

interface Props {
	readonly phone?: boolean;
	readonly ref: Ref<HTMLDivElement>;
	readonly onScroll: (top: number) => void;
}

/** A row that can be selected. */
type OptionRow = Extract<LaneRow, { kind: "trace" | "group" | "bus" }>;

/** The lanes' headers, one listbox that is worked by arrows; it scrolls and the traces follow. */
export function LaneList({ phone = false, ref, onScroll }: Props) {
	const rows = useStore(laneStore, (state) => state.rows);
	const idleRow = useStore(laneStore, (state) => state.idleRow);
	const height = useStore(laneStore, (state) => state.height);
	const selected = useStore(scopeStore, (state) => state.selected);
	const list = useRef<HTMLDivElement>(null);
	const [walkedTo, setWalkedTo] = useState<string>();
	const options = rows.filter((row): row is OptionRow => row.kind !== "derived" && row.kind !== "events");
	const current = currentRow(options, selected, walkedTo);
	const currentId = current?.id;

	useEffect(() => {
		if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: "nearest" });
	}, [currentId]);

	useEffect(() => {
		const element = list.current;
		if (element === null) return;
		// React listens to wheels passively: then the page could not be kept from zooming.
		element.addEventListener("wheel", heightByWheel, { passive: false });
		return () => element.removeEventListener("wheel", heightByWheel);
	}, []);

	const onKeyDown = (event: KeyboardEvent): void => {
		if (event.target instanceof HTMLInputElement) return;
		if (event.key === "F2" && currentId !== undefined) {
			event.preventDefault();
			renameRow(currentId);
			return;
		}
		const isMenuKey = event.key === "ContextMenu" || (event.shiftKey && event.key === "F10");
		if (current !== undefined && (isMenuKey || event.key === "Enter")) {
			event.preventDefault();
			if (current.kind !== "trace" && !isMenuKey)
				changeGroup(current.group, { collapsed: !current.collapsed });
			else openMenuOf(current.id);
			return;
		}
		const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
		if (step === 0) return;
		event.preventDefault();
		if (event.altKey) {
			if (current !== undefined) move(current, step);
			return;
		}
		const index = current === undefined ? -1 : options.indexOf(current);
		const next = options[Math.min(options.length - 1, Math.max(0, index + step))];
		if (next === undefined) return;
		setWalkedTo(next.id);
		const channels = next.kind === "trace" ? [next.channel] : next.channels;
		selectLanes(event.shiftKey ? [...new Set([...channels, ...selected])] : channels);
	};

	const onContextMenu = (event: MouseEvent): void => {
		if (!(event.target instanceof Element) || event.target instanceof HTMLInputElement) return;
		event.preventDefault();
		// By key it comes from the list itself, which has opened the menu already.
		const row = event.target.closest("[role=option]");
		if (row !== null) openMenuAt(row.id, event.clientX, event.clientY);
	};

	return (
		<div
			ref={ref}
			className={styles[phone ? "phoneList" : "list"]}
			onScroll={(event) => onScroll(event.currentTarget.scrollTop)}
		>
			<div
				ref={list}
				role="listbox"
				aria-label="Lanes"
				aria-multiselectable="true"
				aria-activedescendant={currentId}
				tabIndex={0}
				className={styles["lanes"]}
				style={{ height }}
				onKeyDown={onKeyDown}
				onContextMenu={onContextMenu}
			>
				{grouped(rows, phone)}
			</div>
			{rows.map((row) =>
				row.kind === "derived" ? (
					<DerivedHeader phone={phone} key={row.id} row={row} />
				) : row.kind === "events" ? (
					<EventsHeader key={row.id} row={row} />
				) : null,
			)}
			<RowMenu onClose={() => list.current?.focus({ preventScroll: true })} />
			{idleRow !== undefined && <IdleRow {...idleRow} />}
		</div>
	);
}

function openMenuOf(row: string): void {
	const header = document.getElementById(row);
	if (header !== null) openMenuBelow(row, header);
}

/** The row that keys work on: the one walked to as long as it is selected, else that of the first selected lane. */
function currentRow(
	options: readonly OptionRow[],
	selected: readonly number[],
	walkedTo: string | undefined,
): OptionRow | undefined {
	const first = selected[0];
	if (first === undefined) return undefined;
	const holds = (row: OptionRow): boolean =>
		row.kind === "trace" ? row.channel === first : row.channels.includes(first);
	const walked = options.find((row) => row.id === walkedTo);
	if (walked !== undefined && holds(walked)) return walked;
	return options.find((row) => row.kind === "trace" && holds(row)) ?? options.find(holds);
}

function move(row: OptionRow, direction: -1 | 1): void {
	const { lanes } = laneStore.getState();
	const isShown = (channel: number): boolean => lanes.some((lane) => lane.channel === channel);
	if (row.kind === "trace") stepLane({ kind: "lane", channel: row.channel }, direction, isShown);
	else stepLane({ kind: "group", id: row.group }, direction, isShown);
}

/** The headers; those of a group are one group to those who hear them. */
function grouped(rows: readonly LaneRow[], phone: boolean): ReactNode[] {
	const made: ReactNode[] = [];
	for (let at = 0; at < rows.length; at++) {
		const row = rows[at];
		if (row?.kind === "trace") made.push(<LaneHeader key={row.id} lane={row} phone={phone} />);
		if (row?.kind !== "group" && row?.kind !== "bus") continue;
		const members: ReactNode[] = [];
		for (let next = rows[at + 1]; next !== undefined && "group" in next; next = rows[at + 1]) {
			if ((next.kind !== "trace" && next.kind !== "derived") || next.group !== row.group) break;
			if (next.kind === "trace") members.push(<LaneHeader key={next.id} lane={next} phone={phone} />);
			at++;
		}
		made.push(
			// biome-ignore lint/a11y/useSemanticElements: a group within a listbox, not of a form.
			<div key={row.id} role="group" aria-label={row.name}>
				<GroupHeader row={row} phone={phone} />
				{members}
			</div>,
		);
	}
	return made;
}
