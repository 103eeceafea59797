import { encodeResponse } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { CommandTimeoutError, ConnectionError } from "./errors.ts";
import { connected } from "./testing/daemons.ts";
import type { Answer } from "./testing/FakePigpiod.ts";

/** A daemon that answers READ only when told to: 1 for odd GPIOs. */
async function hesitant() {
	const { daemon, pi } = await connected();
	let release: () => void = () => {};
	const gate = new Promise<void>((resolve) => {
		release = resolve;
	});
	daemon.script = ({ name, frame }): Promise<Answer> | undefined =>
		name === "read" ? gate.then(() => frame.p1 % 2) : undefined;
	return { daemon, pi, release };
}

describe("a cancelled call", () => {
	it("rejects at once with the signal's reason, and its late reply is nobody else's", async () => {
		const { daemon, pi, release } = await hesitant();
		const controller = new AbortController();
		const given = pi.call("read", { gpio: 1 }, { signal: controller.signal });
		const next = pi.call("read", { gpio: 2 });
		await daemon.waitFor("read");
		const reason = new Error("changed my mind");
		controller.abort(reason);
		await expect(given).rejects.toBe(reason);
		release();
		expect(await next).toBe(0);
		expect(await pi.call("read", { gpio: 3 })).toBe(1);
	});

	it("is not sent when it was cancelled before", async () => {
		const { daemon, pi } = await connected();
		const signal = AbortSignal.abort("too late");
		await expect(pi.call("write", { gpio: 4, level: 1 }, { signal })).rejects.toBe("too late");
		await pi.getVersion();
		expect(daemon.names()).not.toContain("write");
	});

	it("is one of thousands, of which every other keeps its own reply", async () => {
		const { pi, release } = await hesitant();
		const controllers = Array.from({ length: 3000 }, () => new AbortController());
		const calls = controllers.map(({ signal }, i) => pi.call("read", { gpio: i % 32 }, { signal }));
		const settled = Promise.allSettled(calls);
		controllers.forEach((controller, i) => {
			if (i % 3 === 0) controller.abort(i);
		});
		release();
		expect(await settled).toEqual(
			controllers.map((_, i) =>
				i % 3 === 0 ? { status: "rejected", reason: i } : { status: "fulfilled", value: i % 2 },
			),
		);
	});

	it("leaves no listener on its signal", async () => {
		const { pi } = await connected();
		const { signal } = new AbortController();
		let listeners = 0;
		const { addEventListener, removeEventListener } = signal;
		signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
			listeners++;
			addEventListener.apply(signal, args);
		};
		signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
			listeners--;
			removeEventListener.apply(signal, args);
		};
		const call = pi.call("read", { gpio: 1 }, { signal });
		expect(listeners).toBe(1);
		await call;
		expect(listeners).toBe(0);
	});

	it("is not sent when it was cancelled while its connection was made", async () => {
		const { daemon, pi } = await connected();
		const controller = new AbortController();
		const delay = pi.call("delayMillis", { delay: 10 }, { signal: controller.signal });
		controller.abort("enough");
		await expect(delay).rejects.toBe("enough");
		await pi.call("delayMicros", { delay: 1 });
		expect(daemon.names()).not.toContain("delayMillis");
	});
});

describe("a call with a time limit", () => {
	it("gives up alone, and later calls get their own replies", async () => {
		const { pi, release } = await hesitant();
		const hurried = pi.call("read", { gpio: 1 }, { timeoutMs: 20 });
		const patient = pi.call("read", { gpio: 2 });
		const failure = expect(hurried).rejects.toThrow(CommandTimeoutError);
		await failure;
		await expect(hurried).rejects.toThrow("within 20 ms");
		release();
		expect(await patient).toBe(0);
	});

	it("does not make the connection give up when the daemon merely takes longer", async () => {
		let now = 0;
		const timers = new Set<() => void>();
		const clock = {
			now: () => now,
			after: (_ms: number, run: () => void) => {
				timers.add(run);
				return () => timers.delete(run);
			},
		};
		/** Lets the client's time pass, and what hangs on it. */
		const advance = async (ms: number) => {
			now += ms;
			for (const run of [...timers]) {
				timers.delete(run);
				run();
			}
			await new Promise((resolve) => setImmediate(resolve));
		};
		const { daemon, pi } = await connected({ clock });
		let release: () => void = () => {};
		const gate = new Promise<void>((resolve) => {
			release = resolve;
		});
		daemon.script = ({ name }) => (name === "read" ? gate.then(() => 1) : undefined);
		const hurried = pi.call("read", { gpio: 1 }, { timeoutMs: 100 });
		const failure = expect(hurried).rejects.toThrow(CommandTimeoutError);
		await daemon.waitFor("read");
		await advance(100);
		await failure;
		await advance(4000);
		expect(pi.status.kind).toBe("live");
		release();
		expect(await pi.getVersion()).toBe(79);
	});
});

describe("calls under way", () => {
	it("all settle when the connection breaks in the middle of a reply", async () => {
		const { daemon, pi } = await connected();
		const whole = encodeResponse({ code: 3, p1: 5, p2: 0, result: 1, data: new Uint8Array() });
		daemon.script = ({ name, frame }) =>
			name !== "read" ? undefined : frame.p1 === 5 ? { bytes: whole.subarray(0, 7) } : "hang";
		const calls = Array.from({ length: 5000 }, (_, i) => pi.read({ gpio: i % 32 }));
		await daemon.waitFor("read");
		daemon.cut();
		const results = await Promise.allSettled(calls);
		const failures = results.filter((result) => result.status === "rejected");
		expect(failures).toHaveLength(5000);
		expect(failures.every(({ reason }) => reason instanceof ConnectionError)).toBe(true);
	});
});
