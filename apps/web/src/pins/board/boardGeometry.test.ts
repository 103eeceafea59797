import { describe, expect, it } from "vitest";
import { cellOfPin, neighbour, turnCell } from "./boardGeometry.ts";

describe("turnCell", () => {
	it("puts pin 1 into each corner in turn", () => {
		const corners = [0, 1, 2, 3].map((turns) => turnCell(cellOfPin(1), 20, turns));
		expect(corners).toEqual([
			{ column: 0, row: 0 },
			{ column: 19, row: 0 },
			{ column: 1, row: 19 },
			{ column: 0, row: 1 },
		]);
	});

	it("never puts two pins into one place", () => {
		for (const turns of [0, 1, 2, 3]) {
			const places = Array.from({ length: 40 }, (_, i) =>
				JSON.stringify(turnCell(cellOfPin(i + 1), 20, turns)),
			);
			expect(new Set(places).size).toBe(40);
		}
	});
});

describe("neighbour", () => {
	const any = () => true;
	it("moves as the header lies", () => {
		expect(neighbour(11, "ArrowRight", 40, 0, any)).toBe(12);
		expect(neighbour(11, "ArrowDown", 40, 0, any)).toBe(13);
		expect(neighbour(11, "ArrowRight", 40, 1, any)).toBe(9);
		expect(neighbour(11, "ArrowDown", 40, 1, any)).toBe(12);
		expect(neighbour(11, "ArrowLeft", 40, 2, any)).toBe(12);
	});

	it("stays at the rim and passes over what is no stop", () => {
		expect(neighbour(1, "ArrowUp", 40, 0, any)).toBe(1);
		expect(neighbour(12, "ArrowDown", 40, 0, (pin) => pin !== 14)).toBe(16);
		expect(neighbour(5, "Home", 40, 0, any)).toBe(5);
	});
});
