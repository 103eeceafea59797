import type { BusFormat } from "./busValue.ts";

/** Lanes that belong together, under a name. */
export interface LaneGroup {
	/** From 1, unique among the groups of one Pi or file. */
	readonly id: number;
	readonly name: string;
	/** Channels, in no order of their own: they stand in that of the lanes. A channel is in one group at most. */
	readonly channels: readonly number[];
	/** Only the group's first row is shown. */
	readonly collapsed: boolean;
	/** How the group's first row shows its lanes as one number; undefined is a plain heading. */
	readonly bus: BusFormat | undefined;
}

/** In what order channels stand, and which belong together. */
export interface Arrangement {
	/** All channels of the capture. */
	readonly order: readonly number[];
	readonly groups: readonly LaneGroup[];
}

/** What stands on its own in the list of lanes: a lane, or a group with its lanes in order. */
export type LaneItem =
	| { readonly kind: "lane"; readonly channel: number }
	| { readonly kind: "group"; readonly group: LaneGroup; readonly channels: readonly number[] };

/** Lanes and groups in order: a group stands where the first of its lanes does. Groups without a lane are left out. */
export function itemsOf({ order, groups }: Arrangement): readonly LaneItem[] {
	const items: LaneItem[] = [];
	const placed = new Set<LaneGroup>();
	for (const channel of order) {
		const group = groupOf(groups, channel);
		if (group === undefined) items.push({ kind: "lane", channel });
		else if (!placed.has(group)) {
			placed.add(group);
			items.push({ kind: "group", group, channels: order.filter((one) => group.channels.includes(one)) });
		}
	}
	return items;
}

/** The group a channel belongs to. */
export function groupOf(groups: readonly LaneGroup[], channel: number): LaneGroup | undefined {
	return groups.find((group) => group.channels.includes(channel));
}

/** Groups from elsewhere, such that a channel is in one at most, none is empty, and each has an id of its own. */
export function soundGroups(groups: readonly LaneGroup[]): readonly LaneGroup[] {
	const taken = new Set<number>();
	return groups
		.map((group) => {
			const channels = [...new Set(group.channels)].filter((channel) => !taken.has(channel));
			for (const channel of channels) taken.add(channel);
			return { ...group, channels };
		})
		.filter(({ channels }) => channels.length > 0)
		.map((group, place) => ({ ...group, id: place + 1 }));
}

/** What is moved, or what it is moved to. */
export type LanePlace =
	| { readonly kind: "lane"; readonly channel: number }
	| { readonly kind: "group"; readonly id: number };

/** Where something is dropped: above or below a row. Below a group's heading is within the group, as its first lane. */
export interface LaneDrop {
	readonly at: LanePlace;
	readonly side: "above" | "below";
}

/** Moves a lane or a whole group. A lane that is put among the lanes of a group joins it, elsewhere it leaves its own. */
export function moveInto(arrangement: Arrangement, moving: LanePlace, drop: LaneDrop): Arrangement {
	const items = itemsOf(arrangement);
	const block = channelsAt(items, moving);
	const target = targetOf(items, drop.at);
	if (target === undefined || block.length === 0 || target.channels.every((one) => block.includes(one)))
		return arrangement;
	if (moving.kind === "group") {
		const anchor = drop.side === "above" ? target.channels[0] : target.channels.at(-1);
		return { ...arrangement, order: inserted(flat(items), block, anchor, drop.side) };
	}
	const isHeading = drop.at.kind === "group";
	const anchor = drop.at.kind === "lane" ? drop.at.channel : firstOther(target.channels, block);
	const joins = isHeading && drop.side === "above" ? undefined : target.group;
	return {
		order: inserted(flat(items), block, anchor, isHeading ? "above" : drop.side),
		groups: withMember(arrangement.groups, moving.channel, joins),
	};
}

/**
 * Moves a lane or group one step up or down; a lane steps into an open group, through it and out of it again.
 *
 * @param isShown lanes that are not are stepped over
 */
export function moveStep(
	arrangement: Arrangement,
	moving: LanePlace,
	direction: -1 | 1,
	isShown: (channel: number) => boolean,
): Arrangement {
	const items = itemsOf(arrangement);
	const side = direction < 0 ? "above" : "below";
	const at = items.findIndex((item) =>
		moving.kind === "group"
			? item.kind === "group" && item.group.id === moving.id
			: item.kind === "group"
				? item.channels.includes(moving.channel)
				: item.channel === moving.channel,
	);
	const here = items[at];
	if (here === undefined) return arrangement;
	if (moving.kind === "lane" && here.kind === "group") {
		const next = nextOf(here.channels, here.channels.indexOf(moving.channel), direction, isShown);
		if (next !== undefined)
			return moveInto(arrangement, moving, { at: { kind: "lane", channel: next }, side });
		const rest = here.channels.filter((channel) => channel !== moving.channel);
		return {
			order: inserted(flat(items), [moving.channel], direction < 0 ? rest[0] : rest.at(-1), side),
			groups: withMember(arrangement.groups, moving.channel, undefined),
		};
	}
	const next = nextOf(items, at, direction, (item) => item.kind === "group" || isShown(item.channel));
	if (next === undefined) return arrangement;
	if (next.kind === "lane") return moveInto(arrangement, moving, { at: next, side });
	const isStepIn = moving.kind === "lane" && !next.group.collapsed;
	const [first, last] = [next.channels[0], next.channels.at(-1)];
	if (isStepIn) {
		return {
			order:
				direction < 0
					? inserted(flat(items), [moving.channel], last, "below")
					: inserted(flat(items), [moving.channel], first, "above"),
			groups: withMember(arrangement.groups, moving.channel, next.group),
		};
	}
	const beyond = direction < 0 ? first : last;
	return { ...arrangement, order: inserted(flat(items), channelsAt(items, moving), beyond, side) };
}

/** The next element in a direction that counts. */
function nextOf<T>(
	list: readonly T[],
	at: number,
	direction: -1 | 1,
	counts: (element: T) => boolean,
): T | undefined {
	for (let place = at + direction; place >= 0 && place < list.length; place += direction) {
		const element = list[place] as T;
		if (counts(element)) return element;
	}
	return undefined;
}

/** Puts channels into a group of their own, out of any they were in, where the first of them stands. */
export function groupChannels(
	arrangement: Arrangement,
	channels: readonly number[],
	make: Pick<LaneGroup, "id" | "name">,
): Arrangement {
	const order = flat(itemsOf(arrangement));
	const members = order.filter((channel) => channels.includes(channel));
	const first = members[0];
	if (first === undefined) return arrangement;
	const left = order.slice(0, order.indexOf(first));
	// In the middle of another group there is no place of its own: it stands below that.
	const around = groupOf(arrangement.groups, first);
	const end = around === undefined ? -1 : order.findLastIndex((channel) => around.channels.includes(channel));
	const before = end < 0 ? left : order.slice(0, end + 1).filter((channel) => !members.includes(channel));
	const after = order.filter((channel) => !before.includes(channel) && !members.includes(channel));
	return {
		order: [...before, ...members, ...after],
		groups: [
			...members.reduce((groups, channel) => withMember(groups, channel, undefined), arrangement.groups),
			{ ...make, channels: members, collapsed: false, bus: undefined },
		],
	};
}

function flat(items: readonly LaneItem[]): readonly number[] {
	return items.flatMap((item) => (item.kind === "lane" ? [item.channel] : item.channels));
}

function channelsAt(items: readonly LaneItem[], place: LanePlace): readonly number[] {
	if (place.kind === "lane") return [place.channel];
	return targetOf(items, place)?.channels ?? [];
}

/** The channels that stand at a place as one: of a lane in a group, all of that group's. */
function targetOf(
	items: readonly LaneItem[],
	place: LanePlace,
): { readonly channels: readonly number[]; readonly group: LaneGroup | undefined } | undefined {
	for (const item of items) {
		if (item.kind === "lane") {
			if (place.kind === "lane" && item.channel === place.channel)
				return { channels: [item.channel], group: undefined };
		} else if (place.kind === "group" ? item.group.id === place.id : item.channels.includes(place.channel))
			return { channels: item.channels, group: item.group };
	}
	return undefined;
}

function firstOther(channels: readonly number[], block: readonly number[]): number | undefined {
	return channels.find((channel) => !block.includes(channel));
}

function inserted(
	order: readonly number[],
	block: readonly number[],
	anchor: number | undefined,
	side: "above" | "below",
): readonly number[] {
	if (anchor === undefined || block.includes(anchor)) return order;
	const rest = order.filter((channel) => !block.includes(channel));
	rest.splice(rest.indexOf(anchor) + (side === "above" ? 0 : 1), 0, ...block);
	return rest;
}

/** A channel leaves its group and joins another, or none; a group without channels is gone. */
function withMember(
	groups: readonly LaneGroup[],
	channel: number,
	joins: LaneGroup | undefined,
): readonly LaneGroup[] {
	return groups.flatMap((group) => {
		const rest = group.channels.filter((one) => one !== channel);
		if (group.id === joins?.id) return [{ ...group, channels: [...rest, channel] }];
		if (rest.length === group.channels.length) return [group];
		return rest.length === 0 ? [] : [{ ...group, channels: rest }];
	});
}
