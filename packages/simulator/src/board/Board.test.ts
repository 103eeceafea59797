import { expect, test } from "vitest";
import { Engine } from "../engine/Engine.ts";
import { SampleBuffer } from "../signals/SampleBuffer.ts";
import { Board } from "./Board.ts";
import { modes } from "./powerOn.ts";

const gpio = 18;

function newBoard(): Board {
	const fail = (error: unknown) => {
		throw error;
	};
	return new Board(new Engine(fail), new SampleBuffer(5));
}

test("a GPIO has the peripheral of its mode, others drive it in vain", () => {
	const board = newBoard();
	board.drivePeripheral(gpio, modes.alt3, 0);
	board.drivePeripheral(gpio, modes.alt5, 1);
	const levelIn = (mode: number) => {
		board.setMode(gpio, mode);
		return board.read(gpio);
	};
	board.setPull(gpio, "up");
	expect([modes.input, modes.alt3, modes.alt5, modes.alt4].map(levelIn)).toEqual([1, 0, 1, 1]);
	board.setPull(gpio, "down");
	expect([modes.input, modes.alt3, modes.alt5, modes.alt4].map(levelIn)).toEqual([0, 0, 1, 0]);
	board.setMode(gpio, modes.alt3);
	board.drivePeripheral(gpio, modes.alt5, 0);
	board.drivePeripheral(gpio, modes.alt3, 1);
	expect(board.read(gpio)).toBe(1);
	board.drivePeripheral(gpio, modes.alt3, undefined);
	expect(board.read(gpio)).toBe(0);
	expect(levelIn(modes.alt5)).toBe(0);
});

test("a GPIO that goes from its latch to a peripheral does not glitch", () => {
	const board = newBoard();
	const levels: number[] = [];
	board.write(gpio, 1);
	board.setMode(gpio, modes.output);
	board.drivePeripheral(gpio, modes.alt0, 1);
	board.onLevel(gpio, (level) => levels.push(level));
	board.setMode(gpio, modes.alt0);
	board.setMode(gpio, modes.output);
	expect(levels).toEqual([]);
});

test.each([0, 31, 32, 53])(
	"who follows GPIO %i is told its changes, and no other's, until he leaves",
	(followed) => {
		const board = newBoard();
		const levels: number[] = [];
		const leave = board.onLevel(followed, (level) => levels.push(level));
		const others = [0, 21, 31, 32, 53].filter((each) => each !== followed);
		for (const each of [...others, followed]) board.setMode(each, modes.output);
		levels.length = 0;
		for (const level of [1, 0]) {
			for (const each of [...others, followed]) board.write(each, level);
		}
		expect(levels).toEqual([1, 0]);
		leave();
		board.write(followed, 1);
		expect(levels).toEqual([1, 0]);
	},
);
