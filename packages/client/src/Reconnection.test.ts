import { describe, expect, it } from "vitest";
import type { Clock } from "./clock.ts";
import { Reconnection } from "./Reconnection.ts";
import { StatusBoard } from "./StatusBoard.ts";

const cause = { code: "refused", message: "Nothing listens.", remedy: "Start it." } as const;
/** On which no pause ever ends by itself. */
const stopped: Clock = { now: () => 0, after: () => () => undefined };

function setup() {
	const board = new StatusBoard();
	let lives = 0;
	const reconnection = new Reconnection({
		board,
		clock: stopped,
		random: () => 0.5,
		isOver: () => board.isClosed,
		live: async () => {
			lives++;
			return { cause };
		},
	});
	return { board, reconnection, lives: () => lives };
}

describe("Reconnection", () => {
	it("tries again at once when it is told to go on", async () => {
		const { board, reconnection, lives } = setup();
		const run = reconnection.run();
		await expect.poll(() => board.status.kind).toBe("disconnected");
		reconnection.goOn();
		await expect.poll(lives).toBe(2);
		board.set({ kind: "closed" });
		reconnection.goOn();
		await run;
	});

	it("ends without another pause when who hears of the end closes it", async () => {
		const { board, reconnection, lives } = setup();
		board.listen(({ kind }) => {
			if (kind !== "disconnected") return;
			board.set({ kind: "closed" });
			reconnection.goOn();
		});
		await reconnection.run();
		expect(lives()).toBe(1);
	});
});
