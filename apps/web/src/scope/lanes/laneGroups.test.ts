import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	type Arrangement,
	groupChannels,
	itemsOf,
	type LaneGroup,
	moveInto,
	moveStep,
	soundGroups,
} from "./laneGroups.ts";

const group = (id: number, channels: readonly number[], collapsed = false): LaneGroup => ({
	id,
	name: `Group ${id}`,
	channels,
	collapsed,
	bus: undefined,
});

/** `1 [2 3] 4`: lanes and groups as they stand. */
function text(arrangement: Arrangement): string {
	return itemsOf(arrangement)
		.map((item) => (item.kind === "lane" ? `${item.channel}` : `[${item.channels.join(" ")}]`))
		.join(" ");
}

const all = (): boolean => true;
const lane = (channel: number) => ({ kind: "lane", channel }) as const;
const start: Arrangement = { order: [1, 2, 3, 4, 5], groups: [group(1, [2, 3])] };

describe("groups of lanes", () => {
	it("stand where their first lane does", () => {
		expect(text(start)).toBe("1 [2 3] 4 5");
		expect(text({ order: [3, 1, 2], groups: [group(1, [2, 3])] })).toBe("[3 2] 1");
	});

	it("are made of lanes that stood apart", () => {
		const made = groupChannels({ order: [1, 2, 3, 4], groups: [] }, [4, 2], { id: 1, name: "A" });
		expect(text(made)).toBe("1 [2 4] 3");
		expect(made.groups[0]).toMatchObject({ id: 1, name: "A", collapsed: false });
	});

	it("take lanes out of other groups", () => {
		const made = groupChannels(start, [3, 5], { id: 2, name: "B" });
		expect(text(made)).toBe("1 [2] [3 5] 4");
		expect(text(groupChannels(start, [2, 3], { id: 2, name: "B" }))).toBe("1 [2 3] 4 5");
	});
});

it("groups from elsewhere are made sound", () => {
	const sound = soundGroups([group(5, [1, 2, 2]), group(5, [2]), group(7, [2, 3])]);
	expect(sound.map(({ id, channels }) => [id, channels])).toEqual([
		[1, [1, 2]],
		[2, [3]],
	]);
});

describe("dropping", () => {
	it("puts a lane above or below another", () => {
		const at = (side: "above" | "below") => text(moveInto(start, lane(1), { at: lane(4), side }));
		expect(at("above")).toBe("[2 3] 1 4 5");
		expect(at("below")).toBe("[2 3] 4 1 5");
	});

	it("lets a lane join a group among its lanes or below its heading, and stay out above it", () => {
		expect(text(moveInto(start, lane(5), { at: lane(2), side: "below" }))).toBe("1 [2 5 3] 4");
		const heading = { kind: "group", id: 1 } as const;
		expect(text(moveInto(start, lane(5), { at: heading, side: "below" }))).toBe("1 [5 2 3] 4");
		expect(text(moveInto(start, lane(5), { at: heading, side: "above" }))).toBe("1 5 [2 3] 4");
	});

	it("lets a lane leave its group, which goes with its last lane", () => {
		const left = moveInto(start, lane(2), { at: lane(5), side: "below" });
		expect(text(left)).toBe("1 [3] 4 5 2");
		const gone = moveInto(left, lane(3), { at: lane(1), side: "above" });
		expect(text(gone)).toBe("3 1 4 5 2");
		expect(gone.groups).toEqual([]);
	});

	it("moves a group as a whole, and never into another", () => {
		const two: Arrangement = { order: [1, 2, 3, 4, 5], groups: [group(1, [2, 3]), group(2, [4, 5])] };
		const moving = { kind: "group", id: 1 } as const;
		expect(text(moveInto(two, moving, { at: lane(4), side: "below" }))).toBe("1 [4 5] [2 3]");
		expect(text(moveInto(two, moving, { at: lane(1), side: "above" }))).toBe("[2 3] 1 [4 5]");
		expect(moveInto(two, moving, { at: lane(3), side: "below" })).toBe(two);
	});
});

describe("steps", () => {
	it("take a lane into an open group, through it and out again", () => {
		let now: Arrangement = start;
		const seen = [text(now)];
		for (let step = 0; step < 4; step++) {
			now = moveStep(now, lane(1), 1, all);
			seen.push(text(now));
		}
		expect(seen).toEqual(["1 [2 3] 4 5", "[1 2 3] 4 5", "[2 1 3] 4 5", "[2 3 1] 4 5", "[2 3] 1 4 5"]);
		for (let step = 0; step < 4; step++) now = moveStep(now, lane(1), -1, all);
		expect(text(now)).toBe("1 [2 3] 4 5");
	});

	it("take a lane past a folded group, and past lanes that are not shown", () => {
		const folded = { ...start, groups: [group(1, [2, 3], true)] };
		expect(text(moveStep(folded, lane(1), 1, all))).toBe("[2 3] 1 4 5");
		expect(text(moveStep(folded, lane(5), -1, (channel) => channel !== 4))).toBe("1 5 [2 3] 4");
	});

	it("take a group past lanes and groups", () => {
		const moving = { kind: "group", id: 1 } as const;
		expect(text(moveStep(start, moving, 1, all))).toBe("1 4 [2 3] 5");
		expect(text(moveStep(start, moving, -1, all))).toBe("[2 3] 1 4 5");
		expect(text(moveStep(moveStep(start, moving, -1, all), moving, -1, all))).toBe("[2 3] 1 4 5");
	});
});

it("no move loses or doubles a lane, and a lane is in one group at most", () => {
	const place = fc.oneof(
		fc.record({ kind: fc.constant("lane" as const), channel: fc.nat(7) }),
		fc.record({ kind: fc.constant("group" as const), id: fc.nat(3) }),
	);
	const operation = fc.oneof(
		fc.record({
			kind: fc.constant("drop" as const),
			moving: place,
			at: place,
			side: fc.constantFrom("above" as const, "below" as const),
		}),
		fc.record({
			kind: fc.constant("step" as const),
			moving: place,
			direction: fc.constantFrom(-1 as const, 1 as const),
		}),
		fc.record({
			kind: fc.constant("group" as const),
			channels: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]),
		}),
	);
	fc.assert(
		fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
			let now: Arrangement = { order: [0, 1, 2, 3, 4, 5, 6, 7], groups: [] };
			let id = 0;
			for (const one of operations) {
				if (one.kind === "drop") now = moveInto(now, one.moving, { at: one.at, side: one.side });
				else if (one.kind === "step") now = moveStep(now, one.moving, one.direction, all);
				else {
					id = (id % 3) + 1;
					if (!now.groups.some((other) => other.id === id))
						now = groupChannels(now, one.channels, { id, name: "" });
				}
				expect([...now.order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
				const members = now.groups.flatMap(({ channels }) => channels);
				expect(new Set(members).size).toBe(members.length);
				expect(now.groups.every(({ channels }) => channels.length > 0)).toBe(true);
			}
		}),
	);
});
