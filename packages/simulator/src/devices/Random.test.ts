import { expect, test } from "vitest";
import { Random } from "./Random.ts";

test("the same seed and name give the same numbers, other names other ones", () => {
	const numbers = (random: Random) => Array.from({ length: 5 }, () => random.next());
	expect(numbers(Random.forName(7, "Button"))).toEqual(numbers(Random.forName(7, "Button")));
	expect(numbers(Random.forName(7, "Button"))).not.toEqual(numbers(Random.forName(7, "Encoder")));
	expect(numbers(Random.forName(7, "Button"))).not.toEqual(numbers(Random.forName(8, "Button")));
});

test("numbers are spread evenly and stay in their bounds", () => {
	const random = new Random(1);
	const draws = Array.from({ length: 30_000 }, () => ({
		share: random.next(),
		whole: random.integer(0, 2),
		near: random.around(100, 0.1),
		wait: random.waitingTime(10),
	}));
	expect(draws.reduce((sum, { share }) => sum + share, 0) / draws.length).toBeCloseTo(0.5, 2);
	for (const whole of [0, 1, 2]) {
		expect(draws.filter((draw) => draw.whole === whole).length / 10_000).toBeCloseTo(1, 1);
	}
	expect(draws.filter(({ near, wait }) => near < 90 || near > 110 || wait > 40)).toEqual([]);
});
