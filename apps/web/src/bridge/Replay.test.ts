import { describe, expect, it } from "vitest";
import { Replay } from "./Replay.ts";

const answer = (id: number, next: number) =>
	({ op: "result", id, result: { epoch: 1, first: 3, next, resumed: false } }) as const;

describe("a replay", () => {
	it("is over with the block that did not exist when the page came", () => {
		const replay = new Replay();
		replay.begin(7);
		replay.reach(4);
		expect(replay.isOver).toBe(false);
		replay.hear(answer(8, 0), 4);
		expect(replay.isOver).toBe(false);
		replay.hear(answer(7, 6), 4);
		expect(replay.isOver).toBe(false);
		replay.reach(5);
		expect(replay.isOver).toBe(true);
	});

	it("is over with the answer when all of the past came before it, or there was none", () => {
		const replay = new Replay();
		replay.begin(1);
		replay.hear(answer(1, 5), 4);
		expect(replay.isOver).toBe(true);
		const empty = new Replay();
		empty.begin(1);
		empty.hear(answer(1, 0), undefined);
		expect(empty.isOver).toBe(true);
	});

	it("does not begin again with what was missed during a break", () => {
		const replay = new Replay();
		replay.begin(1);
		replay.hear(answer(1, 5), 4);
		replay.begin(2);
		replay.hear(answer(2, 50), 4);
		expect(replay.isOver).toBe(true);
	});
});
