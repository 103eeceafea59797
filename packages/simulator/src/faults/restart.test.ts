import { type Args, type CommandName, encodeRequest } from "@gpioscope/protocol";
import { expect, onTestFinished, test } from "vitest";
import type { Device, World } from "../devices/Device.ts";
import { VirtualClock } from "../engine/Clock.ts";
import { TestClient } from "../golden/TestClient.ts";
import { startSimulator } from "../startSimulator.ts";

async function start() {
	const clock = new VirtualClock();
	const simulator = await startSimulator({
		port: 0,
		host: "127.0.0.1",
		clock,
		options: { permitted: -1n, startTick: 1000 },
	});
	onTestFinished(() => simulator.close());
	const connect = async () => {
		const client = await TestClient.open(simulator.port);
		onTestFinished(() => client.close());
		return client;
	};
	return { clock, simulator, connect };
}

async function ask<N extends CommandName>(client: TestClient, name: N, args: Args<N>): Promise<number> {
	client.send(encodeRequest(name, args));
	await client.settle(() => client.received.length >= 16);
	return client.take(16).readInt32LE(12);
}

test("after a restart everything is as after power-on", async () => {
	const { clock, simulator, connect } = await start();
	const before = await connect();
	await ask(before, "openNotification", {});
	await ask(before, "setPwm", { gpio: 4, dutyCycle: 100 });
	await ask(before, "storeScript", { text: "mils 1" });
	await ask(before, "addPulses", { pulses: [{ on: 16, off: 0, delay: 10 }] });
	await ask(before, "createWave", {});
	clock.advance(5_000_000);
	expect(await ask(before, "getTick", {})).toBe(5_001_000);

	let isUp = false;
	const up = simulator.control.call("restartDaemon", { downMillis: 500 }).then(() => {
		isUp = true;
	});
	await before.settle(() => before.isClosed);
	expect(before.isClosed).toBe(true);
	clock.advance(499_000);
	await expect(connect()).rejects.toThrow("ECONNREFUSED");
	expect(isUp).toBe(false);
	clock.advance(1000);
	await up;

	const after = await connect();
	expect(await ask(after, "getTick", {})).toBe(501_000);
	expect(await ask(after, "openNotification", {})).toBe(0);
	expect(await ask(after, "getPwmDutyCycle", { gpio: 4 })).toBe(-92);
	expect(await ask(after, "getMode", { gpio: 4 })).toBe(0);
	expect(await ask(after, "storeScript", { text: "mils 1" })).toBe(0);
	expect(await ask(after, "sendWaveOnce", { wave: 0 })).toBe(-66);
	await ask(after, "beginNotification", { handle: 0, bits: 16 });
	await ask(after, "write", { gpio: 4, level: 0 });
	clock.advance(2000);
	await after.settle(() => after.received.length >= 12);
	expect(after.take(12).readUInt32LE(4)).toBe(501_000);
});

test("a restart within another one ends both, when the port is open", async () => {
	const { clock, simulator, connect } = await start();
	const first = simulator.control.call("restartDaemon", { downMillis: 500 });
	clock.advance(200_000);
	const second = simulator.control.call("restartDaemon", { downMillis: 400 });
	clock.advance(399_000);
	await expect(connect()).rejects.toThrow("ECONNREFUSED");
	clock.advance(1000);
	await Promise.all([first, second]);
	await connect();
});

/** Counts milliseconds on GPIO 5, follows GPIO 6 and has a command under way. */
class Witness implements Device {
	readonly name = "witness";
	readonly ticks: number[] = [];
	readonly seen: [time: number, level: number][] = [];
	readonly answers: number[] = [];

	attach(world: World): void {
		const next = (time: number) => {
			this.ticks.push(world.now());
			world.drive(5, (this.ticks.length % 2) as 0 | 1);
			world.at(time + 1000.1, () => next(time + 1000.1));
		};
		next(world.now());
		world.onLevel(6, (level, time) => this.seen.push([time, level]));
		world.request({ name: "delayMillis", args: { delay: 1000 } }, (result) => this.answers.push(result));
	}

	detach(): void {}
}

test("the devices on the bench live through it: their time goes on, their lines stay, their programs fail", async () => {
	const { clock, simulator } = await start();
	const witness = new Witness();
	clock.advance(333);
	simulator.attach(witness);
	simulator.board.setMode(6, 1);
	simulator.board.write(6, 0);
	clock.advance(10_500);
	expect(witness.ticks).toHaveLength(11);
	expect(simulator.board.read(5)).toBe(1);
	await simulator.control.call("restartDaemon", {});
	expect(simulator.board.read(5)).toBe(1);
	clock.advance(10_000);
	expect(witness.ticks).toEqual(witness.ticks.map((_, index) => expect.closeTo(333 + 1000.1 * index, 6)));
	expect(witness.ticks).toHaveLength(21);
	// The output is an input again, and follows its pull, which is up.
	expect(witness.seen).toEqual([
		[333, 0],
		[10_833, 1],
	]);
	expect(witness.answers).toEqual([-1]);
	simulator.board.setMode(6, 1);
	simulator.board.write(6, 0);
	expect(witness.seen.at(-1)).toEqual([20_833, 0]);
});
