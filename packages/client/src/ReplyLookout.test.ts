import { expect, test } from "vitest";
import { ReplyLookout } from "./ReplyLookout.ts";

/** A lookout whose time passes and whose turns come when told to. */
function start(processors = 2) {
	let nowMs = 0;
	let awaited = 0;
	const turns: (() => void)[] = [];
	const lookout = new ReplyLookout({
		isAwaited: () => awaited > 0,
		now: () => nowMs,
		turn: (fn) => turns.push(fn),
		processors,
	});
	return {
		send: () => lookout.sent(awaited++ === 0),
		reply: () => {
			awaited = 0;
			lookout.replied();
		},
		/** Lets the loop turn for a time. @returns how often it was kept from sleeping */
		pass: (ms: number) => {
			const end = nowMs + ms;
			let count = 0;
			for (; nowMs < end; nowMs += 0.01) {
				const turn = turns.shift();
				if (turn === undefined) continue;
				turn();
				count++;
			}
			return count;
		},
	};
}

test("looks for a reply until it has come", () => {
	const { send, reply, pass } = start();
	expect(pass(1)).toBe(0);
	send();
	expect(pass(0.1)).toBeGreaterThan(8);
	reply();
	expect(pass(1)).toBe(1);
});

test("lets the thread sleep when nothing comes for long", () => {
	const { send, pass } = start();
	send();
	expect(pass(10)).toBeLessThan(25);
});

test("does not look for the replies of a daemon that is far, until one comes quickly", () => {
	const { send, reply, pass } = start();
	send();
	pass(5);
	reply();
	send();
	expect(pass(5)).toBe(0);
	reply();
	send();
	expect(pass(0.1)).toBe(0);
	reply();
	send();
	expect(pass(0.1)).toBeGreaterThan(8);
});

test("looks on while further requests go out, in one loop", () => {
	const { send, pass } = start();
	for (let i = 0; i < 50; i++) {
		send();
		expect(pass(0.1)).toBeLessThan(12);
	}
	expect(pass(1)).toBeLessThan(25);
});

test("never looks where it would keep the daemon from its only processor", () => {
	const { send, pass } = start(1);
	send();
	expect(pass(1)).toBe(0);
});
