import { ChevronRight } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { useStore } from "zustand";
import { figuresStore } from "../figures/figuresStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { besideStore } from "./besideStore.ts";
import { busBits, busDescription, busMask, busText, busValue } from "./busValue.ts";
import { channelsStore } from "./channelsStore.ts";
import { placeData } from "./dragLane.ts";
import { Grip } from "./Grip.tsx";
import styles from "./groups.module.css";
import { changeGroup } from "./groupsStore.ts";
import { endRenaming, headerStore, renameRow } from "./headerStore.ts";
import type { BusRow, GroupRow } from "./laneLayout.ts";
import lanes from "./lanes.module.css";
import { MenuButton } from "./MenuButton.tsx";
import { NameField } from "./NameField.tsx";
import { SecondTrace, SideTag, sideSpoken } from "./SecondTrace.tsx";
import { focusList, selectLane } from "./selectLane.ts";

/** The first row of a group: its name and count, or what it reads as one number. */
export const GroupHeader = memo(function GroupHeader({
	row,
	phone,
}: {
	readonly row: GroupRow | BusRow;
	readonly phone: boolean;
}) {
	const isRenaming = useStore(headerStore, (state) => state.renaming === row.id);
	const areGpios = useStore(channelsStore, (state) => state.areGpios);
	const isSelected = useStore(scopeStore, ({ selected }) =>
		row.channels.every((one) => selected.includes(one)),
	);
	const value = useStore(figuresStore, ({ level, known }) => busValueOf(row, level, known));
	const other = useStore(besideStore, (state) => state.other);
	const lower = row.kind === "bus" ? row.lower : 0;
	const count = `${row.channels.length} ${row.channels.length === 1 ? "lane" : "lanes"}`;
	const facts =
		row.kind === "bus"
			? busDescription(row.channels, areGpios ? "GPIO" : "CH", row.bus.radix)
			: `${row.channels.length}`;
	const spoken = [row.name, row.kind === "bus" ? "bus" : "group", count, row.collapsed ? "folded" : "open"];
	if (value !== undefined) spoken.push(value);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys.
		<div
			id={row.id}
			className={
				phone ? styles["phone"] : `${lanes["header"]} ${styles[row.kind === "bus" ? "bus" : "heading"]}`
			}
			style={{
				top: row.top,
				height: row.height,
				["--lower" as string]: `${lower}px`,
				["--tone" as string]: "var(--c0)",
			}}
			role="option"
			tabIndex={-1}
			aria-selected={isSelected}
			aria-label={spoken.join(", ") + (row.kind === "bus" ? sideSpoken(other, lower) : "")}
			{...placeData({ kind: "group", id: row.group })}
			onClick={(event: MouseEvent<HTMLElement>) => {
				selectLane(row.channels, event.ctrlKey || event.metaKey);
				focusList(event.currentTarget);
			}}
			onDoubleClick={() => renameRow(row.id)}
		>
			{row.kind === "bus" && <span className={lanes["barStill"]} />}
			{!phone && <Grip place={{ kind: "group", id: row.group }} />}
			{/* Not a control within the option: those who do not point press Enter. */}
			<span
				aria-hidden="true"
				className={styles["chevron"]}
				title={`${row.collapsed ? "Open" : "Fold"} ${row.name} (Enter)`}
				data-open={!row.collapsed || undefined}
				onClick={(event) => {
					event.stopPropagation();
					changeGroup(row.group, { collapsed: !row.collapsed });
				}}
				onDoubleClick={(event) => event.stopPropagation()}
			>
				<ChevronRight size={14} />
			</span>
			{row.kind === "bus" && <SideTag lower={lower} />}
			<span className={styles["label"]}>
				{isRenaming ? (
					<NameField
						label={`Name of ${row.name}`}
						name={row.name}
						placeholder={row.name}
						onName={(name) => changeGroup(row.group, { name })}
						onDone={endRenaming}
					/>
				) : (
					<>
						<span className={styles["name"]}>{row.name}</span>
						<span className={styles["facts"]}>{facts}</span>
					</>
				)}
			</span>
			{value !== undefined && (
				<span className={styles["value"]} data-testid={`value-of-${row.id}`}>
					{value}
				</span>
			)}
			{!phone && (
				// biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks on the tools from selecting the group.
				// biome-ignore lint/a11y/useKeyWithClickEvents: only keeps clicks on the tools from selecting the group.
				<span
					className={lanes["tools"]}
					onClick={(event) => event.stopPropagation()}
					onDoubleClick={(event) => event.stopPropagation()}
				>
					<MenuButton row={row.id} name={row.name} />
				</span>
			)}
			<SecondTrace lower={lower} phone={phone} />
		</div>
	);
});

/** What a bus reads at blue while paused, else now; `?` when one of its lines is unknown, undefined for a heading. */
function busValueOf(row: GroupRow | BusRow, level: number, known: number): string | undefined {
	if (row.kind !== "bus") return undefined;
	const bits = busBits(row.channels, row.bus.top);
	if (busMask(bits) & ~known) return "?";
	return busText(busValue(level ^ row.inverted, bits), bits.length, row.bus.radix);
}
