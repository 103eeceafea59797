import { expect, onTestFinished, test } from "vitest";
import type { Clock, Running } from "./engine/Clock.ts";
import { WaitingClient } from "./server/WaitingClient.ts";
import { startSimulator } from "./startSimulator.ts";

/** A clock that stands still and can be asked how long the simulator would let it sleep. */
class StandingClock implements Clock {
	pump: () => number = () => 0;
	/** Called when the simulator wants a turn at once. */
	onWake: () => void = () => {};

	now(): number {
		return 0;
	}

	run(pump: () => number): Running {
		this.pump = pump;
		return { wake: () => this.onWake(), stop: () => {} };
	}
}

async function start() {
	const clock = new StandingClock();
	const simulator = await startSimulator({ port: 0, host: "127.0.0.1", clock });
	onTestFinished(() => simulator.close());
	const blinker = { kind: "blinker", pins: { data: 26 }, options: { periodMillis: 0.5 } };
	await simulator.control.call("attach", { device: blinker });
	const connect = async () => {
		const client = await WaitingClient.open(simulator.port);
		onTestFinished(() => client.close());
		return client;
	};
	return { clock, simulator, connect };
}

test("devices alone do not keep the machine awake, a reader of reports does", async () => {
	const { clock, connect } = await start();
	expect(clock.pump()).toBe(20_000);
	const client = await connect();
	await client.call("openNotification", {});
	await client.call("beginNotification", { handle: 0, bits: 16 });
	expect(clock.pump()).toBeLessThan(1000);
});

test("a client that waits for a command is answered at its moment", async () => {
	const { clock, simulator, connect } = await start();
	await simulator.control.call("detach", { device: "blinker" });
	const client = await connect();
	const awake = new Promise<number>((resolve) => {
		clock.onWake = () => resolve(clock.pump());
	});
	void client.call("delayMicros", { delay: 700 });
	expect(await awake).toBeGreaterThanOrEqual(700);
	expect(clock.pump()).toBeLessThan(1000);
	await simulator.control.call("restartDaemon");
	expect(clock.pump()).toBe(20_000);
});
