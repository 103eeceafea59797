import { describe, expect, it } from "vitest";
import { Inertia } from "./inertia.ts";

function thrown(): Inertia {
	const inertia = new Inertia();
	inertia.grab(0, 0);
	for (let at = 10; at <= 50; at += 10) inertia.drag(at, at);
	inertia.release(50);
	return inertia;
}

function glide(inertia: Inertia, frame: number): number {
	let distance = 0;
	for (let at = 50 + frame; inertia.gliding; at += frame) distance += inertia.step(at);
	return distance;
}

describe("inertia", () => {
	it("glides on in the direction of the throw and comes to rest", () => {
		const distance = glide(thrown(), 1000 / 60);
		expect(distance).toBeGreaterThan(200);
		expect(distance).toBeLessThan(300);
	});

	it("glides equally far at any frame rate", () => {
		expect(glide(thrown(), 1000 / 60)).toBeCloseTo(glide(thrown(), 1000 / 120), -1);
	});

	it("does not glide after holding still", () => {
		const inertia = new Inertia();
		inertia.grab(0, 0);
		inertia.drag(100, 20);
		inertia.release(400);
		expect(inertia.gliding).toBe(false);
	});

	it("stops when grabbed", () => {
		const inertia = thrown();
		inertia.grab(0, 60);
		expect(inertia.step(80)).toBe(0);
	});
});
