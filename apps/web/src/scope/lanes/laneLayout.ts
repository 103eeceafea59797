/** What the lanes are made from. */
export interface LaneFacts {
	/** Channels of the capture in their order. */
	readonly channels: readonly number[];
	/** Channels that have changed; the others are folded. */
	readonly active: ReadonlySet<number>;
	isHidden(channel: number): boolean;
	/** Trace colour 1 to 8 of a channel. */
	colorOf(channel: number): number;
	/** Folded lanes are shown below their row. */
	readonly idleOpen: boolean;
	readonly size: LaneSize;
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

/** Height of the row that idle lanes are folded into. */
export const IDLE_HEIGHT = 24;

/** One lane with its place, CSS pixels from the top of all lanes. */
export interface Lane extends LaneSize {
	/** Channel 0 to 31 of the shown capture. */
	readonly channel: number;
	readonly top: number;
	/** Trace colour 1 to 8. */
	readonly color: number;
	readonly idle: boolean;
}

export interface LaneLayout {
	readonly lanes: readonly Lane[];
	/** The row of folded lanes; absent when there is none. */
	readonly idleRow: { readonly top: number; readonly count: number } | undefined;
	readonly height: number;
}

/** Places the lanes: those that changed first, then one row for the idle ones, then these if it is open. */
export function layOutLanes(facts: LaneFacts): LaneLayout {
	const shown = facts.channels.filter((channel) => !facts.isHidden(channel));
	const lanes: Lane[] = [];
	let top = 0;
	const add = (channel: number, idle: boolean): void => {
		lanes.push({ ...facts.size, channel, top, color: facts.colorOf(channel), idle });
		top += facts.size.height;
	};
	for (const channel of shown) if (facts.active.has(channel)) add(channel, false);
	const folded = shown.filter((channel) => !facts.active.has(channel));
	const idleRow = folded.length === 0 ? undefined : { top, count: folded.length };
	if (idleRow !== undefined) top += IDLE_HEIGHT;
	if (facts.idleOpen) for (const channel of folded) add(channel, true);
	return { lanes, idleRow, height: top };
}

/** The lane at a height in CSS pixels from the top of all lanes; undefined between or below them. */
export function laneAt(layout: LaneLayout, y: number): Lane | undefined {
	return layout.lanes.find((lane) => y >= lane.top && y < lane.top + lane.height);
}

/** The order after dragging `channel` to the place of `target`. */
export function moveLane(order: readonly number[], channel: number, target: number): readonly number[] {
	const from = order.indexOf(channel);
	const to = order.indexOf(target);
	if (from < 0 || to < 0 || from === to) return order;
	const moved = order.filter((other) => other !== channel);
	moved.splice(to, 0, channel);
	return moved;
}
