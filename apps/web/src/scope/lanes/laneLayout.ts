import type { BusFormat } from "./busValue.ts";
import type { DerivedTrack } from "./derivedStore.ts";
import type { LaneItem } from "./laneGroups.ts";

/** What the lanes are made from. */
export interface LaneFacts {
	/** Lanes and groups in their order. */
	readonly items: readonly LaneItem[];
	/** Channels that have changed; lanes of the others are folded, unless a person has grouped them. */
	readonly active: ReadonlySet<number>;
	isHidden(channel: number): boolean;
	isInverted(channel: number): boolean;
	/** Trace colour 1 to 8 of a channel. */
	colorOf(channel: number): number;
	sizeOf(channel: number): LaneSize;
	/** Tracks that stand under the lanes they are derived from. */
	readonly derived: readonly DerivedTrack[];
	/** Whether the capture has events, which have a row of their own. */
	readonly hasEvents: boolean;
	/** Whether the trace of another capture stands below that of a channel. */
	isPaired(channel: number): boolean;
	/** Folded lanes are shown below their row. */
	readonly idleOpen: boolean;
	/** Labels stand over the traces instead of beside them. */
	readonly phone: boolean;
}

/** Heights in CSS pixels: of a lane, and free above and below its trace. */
export interface LaneSize {
	readonly height: number;
	readonly padTop: number;
	readonly padBottom: number;
}

export const laneSizes = {
	compact: { height: 32, padTop: 7, padBottom: 7 },
	default: { height: 40, padTop: 9, padBottom: 9 },
	tall: { height: 64, padTop: 12, padBottom: 12 },
	/** The label stands over the trace instead of beside it. */
	phone: { height: 56, padTop: 23, padBottom: 7 },
} as const satisfies Record<string, LaneSize>;

const busSizes = {
	beside: { height: 32, padTop: 7, padBottom: 7 },
	phone: { height: 46, padTop: 23, padBottom: 5 },
} as const satisfies Record<string, LaneSize>;

const derivedSizes = {
	beside: { height: 44, padTop: 6, padBottom: 6 },
	phone: laneSizes.phone,
} as const satisfies Record<string, LaneSize>;
const GROUP_HEIGHT = 20;
const EVENTS_HEIGHT = 16;
/** Height of the row that idle lanes are folded into. */
export const IDLE_HEIGHT = 24;

interface Placed {
	/** Unique, and the same for as long as the row is there: the id of its header. */
	readonly id: string;
	/** CSS pixels from the top of all lanes. */
	readonly top: number;
	readonly height: number;
}

/** A row with room for the same of another capture at its bottom; that counts as free below its own trace. */
interface Pairable extends LaneSize, Placed {
	/** Height of that room; 0 when there is none. */
	readonly lower: number;
}

/** One channel's trace. */
export interface Lane extends Pairable {
	readonly kind: "trace";
	/** Channel 0 to 31 of the shown capture. */
	readonly channel: number;
	/** Trace colour 1 to 8. */
	readonly color: number;
	/** High is drawn below low. */
	readonly inverted: boolean;
	readonly idle: boolean;
	/** Id of the group it stands in. */
	readonly group: number | undefined;
}

/** The heading of a group. */
export interface GroupRow extends Placed {
	readonly kind: "group";
	readonly group: number;
	readonly name: string;
	/** From the top lane down, hidden ones included. */
	readonly channels: readonly number[];
	readonly collapsed: boolean;
}

/** A group as one number; its lanes may stand below it. */
export interface BusRow extends Pairable, Omit<GroupRow, "kind"> {
	readonly kind: "bus";
	readonly bus: BusFormat;
	/** Channels whose level is drawn, and counted, the other way round. */
	readonly inverted: number;
}

/** A quantity over time, under the lane it is derived from. */
export interface DerivedRow extends LaneSize, Placed, DerivedTrack {
	readonly kind: "derived";
	readonly color: number;
	readonly group: number | undefined;
}

/** Where events of the daemon are marked. */
export interface EventsRow extends Placed {
	readonly kind: "events";
}

export type LaneRow = Lane | GroupRow | BusRow | DerivedRow | EventsRow;

export interface LaneLayout {
	readonly rows: readonly LaneRow[];
	/** Those of the rows that are traces. */
	readonly lanes: readonly Lane[];
	/** The row of folded and hidden lanes; absent when there is neither. */
	readonly idleRow: { readonly top: number; readonly count: number; readonly hidden: number } | undefined;
	readonly height: number;
}

/** Places the lanes: those that changed and groups first, then one row for the idle ones, then these if it is open. */
export function layOutLanes(facts: LaneFacts): LaneLayout {
	const rows: LaneRow[] = [];
	const idle: number[] = [];
	let hidden = 0;
	let top = 0;
	const add = (row: LaneRow): void => {
		rows.push(row);
		top += row.height;
	};
	const addLane = (channel: number, group: number | undefined, isIdle = false): void => {
		const color = facts.colorOf(channel);
		add({
			...withLower(facts.sizeOf(channel), facts.isPaired(channel)),
			kind: "trace",
			id: `lane-${channel}`,
			top,
			channel,
			color,
			group,
			inverted: facts.isInverted(channel),
			idle: isIdle,
		});
		for (const track of facts.derived) {
			if (track.channel !== channel) continue;
			const id = `derived-${channel}-${track.quantity}`;
			add({
				...derivedSizes[facts.phone ? "phone" : "beside"],
				...track,
				kind: "derived",
				id,
				top,
				color,
				group,
			});
		}
	};
	for (const item of facts.items) {
		if (item.kind === "lane") {
			if (facts.isHidden(item.channel)) hidden++;
			else if (facts.active.has(item.channel)) addLane(item.channel, undefined);
			else idle.push(item.channel);
			continue;
		}
		const { group, channels } = item;
		add(groupRow(item, top, facts));
		const shown = channels.filter((channel) => !facts.isHidden(channel));
		hidden += channels.length - shown.length;
		if (!group.collapsed) for (const channel of shown) addLane(channel, group.id);
	}
	if (facts.hasEvents) add({ kind: "events", id: "events", top, height: EVENTS_HEIGHT });
	const idleRow = idle.length + hidden === 0 ? undefined : { top, count: idle.length, hidden };
	if (idleRow !== undefined) top += IDLE_HEIGHT;
	if (facts.idleOpen) for (const channel of idle) addLane(channel, undefined, true);
	return { rows, lanes: rows.filter((row) => row.kind === "trace"), idleRow, height: top };
}

function groupRow(
	{ group, channels }: Extract<LaneItem, { kind: "group" }>,
	top: number,
	facts: LaneFacts,
): GroupRow | BusRow {
	const { id, name, collapsed, bus } = group;
	const common = { id: `group-${id}`, group: id, name, channels, collapsed, top };
	if (bus === undefined) return { ...common, kind: "group", height: GROUP_HEIGHT };
	const inverted = channels.reduce(
		(mask, channel) => (facts.isInverted(channel) ? mask | (1 << channel) : mask),
		0,
	);
	return {
		...common,
		...withLower(busSizes[facts.phone ? "phone" : "beside"], channels.every(facts.isPaired)),
		kind: "bus",
		bus,
		inverted: inverted >>> 0,
	};
}

function withLower(size: LaneSize, isPaired: boolean): LaneSize & { readonly lower: number } {
	const lower = isPaired ? size.height : 0;
	return { height: size.height + lower, padTop: size.padTop, padBottom: size.padBottom + lower, lower };
}

/** The place of the other capture's trace in a row that has one. */
export function lowerHalf({ top, height, padTop, padBottom, lower }: Lane | BusRow): LaneSize & {
	readonly top: number;
} {
	return { top: top + height - lower, height: lower, padTop, padBottom: padBottom - lower };
}

/** The row at a height in CSS pixels from the top of all lanes; undefined between or below them. */
export function rowAt(layout: Pick<LaneLayout, "rows">, y: number): LaneRow | undefined {
	return layout.rows.find((row) => y >= row.top && y < row.top + row.height);
}

/** The lane whose trace is at a height in CSS pixels from the top of all lanes. */
export function laneAt(layout: Pick<LaneLayout, "rows">, y: number): Lane | undefined {
	const row = rowAt(layout, y);
	return row?.kind === "trace" ? row : undefined;
}

/** Mask of the channels whose changes a row shows. */
export function rowMask(row: LaneRow): number {
	switch (row.kind) {
		case "trace":
		case "derived":
			return (1 << row.channel) >>> 0;
		case "bus":
		case "group":
			return row.channels.reduce((mask, channel) => mask | (1 << channel), 0) >>> 0;
		case "events":
			return 0;
	}
}
