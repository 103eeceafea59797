import { type Trigger, trigger } from "@gpioscope/protocol";
import * as z from "zod/mini";
import { lineHeights, namesStore, orderLines, stylesOf } from "../../stores/namesStore.ts";
import { foldChoice, setFoldChoice } from "../fold/foldStore.ts";
import { busRadixes } from "../lanes/busValue.ts";
import { channelOrder, channelsStore } from "../lanes/channelsStore.ts";
import { derivedTracks, type Quantity, quantities, setDerivedTracks } from "../lanes/derivedStore.ts";
import { groupsNow, setGroups } from "../lanes/groupsStore.ts";
import { soundGroups } from "../lanes/laneGroups.ts";
import { viewport } from "../mainViewport.ts";
import { type NamedMarker, scopeStore } from "../scopeStore.ts";
import { addTrigger } from "../trigger/editTriggers.ts";
import { currentTriggers } from "../trigger/triggerStore.ts";
import { type SessionPart, sessionPart } from "./SessionPart.ts";

const channel = z.int().check(z.gte(0), z.lte(31));
const time = z.number();
const text = z.string().check(z.maxLength(10_000));

const lineStyle = z.object({
	name: z.optional(text),
	colour: z.optional(z.int().check(z.gte(1), z.lte(8))),
	hidden: z.optional(z.boolean()),
	inverted: z.optional(z.boolean()),
	height: z.optional(z.enum(lineHeights)),
});

const styles = sessionPart({
	id: "styles",
	label: "names and colours",
	schema: z.record(z.string().check(z.regex(/^([0-9]|[12][0-9]|3[01])$/)), lineStyle),
	read: () => {
		// A lock is about acting on a Pi, not about a picture of one.
		const ofCapture = stylesOf(namesStore.getState(), channelsStore.getState().key);
		return Object.fromEntries(
			Object.entries(ofCapture).map(([line, { locked: _locked, ...style }]) => [line, style]),
		);
	},
	apply: (kept) => {
		const { key } = channelsStore.getState();
		namesStore.setState(({ byPi }) => ({
			byPi: { ...byPi, [key]: kept as (typeof byPi)[string] },
		}));
	},
});

const order = sessionPart({
	id: "order",
	label: "the order of the lanes",
	schema: z.array(channel),
	read: () => [...channelOrder()],
	apply: (channels) => orderLines(channelsStore.getState().key, channels),
});

const groups = sessionPart({
	id: "groups",
	label: "the groups of lanes",
	schema: z.array(
		z.object({
			id: z.int().check(z.gte(1)),
			name: text,
			channels: z.array(channel),
			collapsed: z.boolean(),
			bus: z.optional(
				z.object({
					radix: z.enum(busRadixes.map(({ id }) => id)),
					top: z.enum(["msb", "lsb"]),
				}),
			),
		}),
	),
	read: () =>
		groupsNow().map(({ bus, channels, ...group }) => ({
			...group,
			channels: [...channels],
			...(bus !== undefined && { bus }),
		})),
	apply: (kept) => setGroups(soundGroups(kept.map((group) => ({ ...group, bus: group.bus })))),
});

const derived = sessionPart({
	id: "derived",
	label: "the derived tracks",
	schema: z.array(z.object({ channel, quantity: z.enum(Object.keys(quantities) as Quantity[]) })),
	read: () => [...derivedTracks()],
	apply: setDerivedTracks,
});

const lanes = sessionPart({
	id: "lanes",
	label: "the height of the lanes",
	schema: z.object({
		height: z.enum(["compact", "default", "tall"]),
		idleOpen: z.boolean(),
		selected: z.array(channel),
	}),
	read: () => {
		const { laneHeight, idleOpen, selected } = scopeStore.getState();
		return { height: laneHeight, idleOpen, selected: [...selected] };
	},
	apply: ({ height, idleOpen, selected }) => scopeStore.setState({ laneHeight: height, idleOpen, selected }),
});

const cursors = sessionPart({
	id: "cursors",
	label: "the cursors",
	schema: z.object({
		gold: z.optional(time),
		blue: z.optional(time),
		green: z.optional(time),
		red: z.optional(time),
		bluePinned: z.boolean(),
	}),
	read: () => {
		const { cursors: places, bluePinned } = scopeStore.getState();
		return { ...places, bluePinned };
	},
	apply: ({ bluePinned, ...places }) =>
		scopeStore.setState({ bluePinned, cursors: withoutUndefined(places) }),
});

const markers = sessionPart({
	id: "markers",
	label: "the markers",
	schema: z.array(z.object({ number: z.int().check(z.gte(3), z.lte(9999)), name: text, note: text, time })),
	read: () => [...scopeStore.getState().named],
	apply: (named: readonly NamedMarker[]) => scopeStore.setState({ named }),
});

const zero = sessionPart({
	id: "zero",
	label: "what the ruler counts from",
	schema: z.discriminatedUnion("kind", [
		z.object({ kind: z.literal("start") }),
		z.object({ kind: z.literal("clock") }),
		z.object({ kind: z.literal("cursor"), cursor: z.enum(["gold", "blue", "green", "red"]) }),
		z.object({ kind: z.literal("marker"), number: z.int() }),
	]),
	read: () => scopeStore.getState().zero,
	apply: (choice) => scopeStore.setState({ zero: choice }),
});

const triggers = sessionPart({
	id: "triggers",
	label: "the triggers",
	schema: z.array(trigger),
	read: () => [...currentTriggers()],
	// A file must not make anything happen on the connected Pi: its triggers join those there, switched off.
	apply: (kept) => {
		for (const { number: _number, enabled: _enabled, ...draft } of kept) {
			const isThere = currentTriggers().some((own) => isSameTrigger(own, draft));
			if (!isThere) addTrigger(draft);
		}
	},
});

function isSameTrigger({ stages, action }: Trigger, other: Pick<Trigger, "stages" | "action">): boolean {
	return JSON.stringify([stages, action]) === JSON.stringify([other.stages, other.action]);
}

const idle = sessionPart({
	id: "idle",
	label: "whether idle time is collapsed",
	schema: z.object({ isOn: z.boolean(), threshold: z.number().check(z.gt(0)) }),
	read: () => foldChoice(),
	apply: setFoldChoice,
});

const view = sessionPart({
	id: "view",
	label: "the stretch of time on view",
	schema: z.object({ from: time, to: time }).check(z.refine(({ from, to }) => to > from)),
	read: () => viewport.view,
	apply: (stretch) => viewport.hold(stretch),
});

/** Everything visible, one part for each thing that a store keeps. Another store joins by a line here. */
export const sessionParts: readonly SessionPart[] = [
	styles,
	order,
	groups,
	derived,
	lanes,
	cursors,
	markers,
	zero,
	triggers,
	idle,
	view,
];

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
	return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as {
		[K in keyof T]?: NonNullable<T[K]>;
	};
}
