import type { CommandCall } from "@gpioscope/protocol";
import { expect, onTestFinished, test } from "vitest";
import type { Device, World } from "../devices/Device.ts";
import { VirtualClock } from "../engine/Clock.ts";
import { delayTime } from "../handlers/delayTime.ts";
import { startSimulator } from "../startSimulator.ts";

/** A device that gives the commands and notes the answers, with the moments at which they came. */
class Asker implements Device {
	readonly name = "asker";
	readonly answers: [time: number, result: number, data: number[]][] = [];
	answersAtOnce = 0;
	readonly #calls: readonly CommandCall[];

	constructor(...calls: readonly CommandCall[]) {
		this.#calls = calls;
	}

	attach(world: World): void {
		for (const call of this.#calls) {
			world.request(call, (result, data) => this.answers.push([world.now(), result, [...data]]));
		}
		this.answersAtOnce = this.answers.length;
	}

	detach(): void {}
}

async function start() {
	const clock = new VirtualClock();
	const simulator = await startSimulator({ listen: false, clock });
	onTestFinished(() => simulator.close());
	return { clock, simulator };
}

test("a device learns the answer of a command, also of one that takes time", async () => {
	const { clock, simulator } = await start();
	const asker = new Asker(
		{ name: "delayMillis", args: { delay: 5 } },
		{ name: "getVersion", args: {} },
		{ name: "getPwmDutyCycle", args: { gpio: 4 } },
		{ name: "transferBsc", args: { control: 0x305, data: new Uint8Array() } },
	);
	simulator.attach(asker);
	expect(asker.answersAtOnce).toBe(0);
	clock.advance(10_000);
	expect(asker.answers).toEqual([
		[0, 79, []],
		[0, -92, []],
		[0, 4, [0x12, 0, 0, 0]],
		[delayTime(5000), 0, []],
	]);
});

test("a device that was disconnected is told nothing more", async () => {
	const { clock, simulator } = await start();
	const asker = new Asker({ name: "delayMillis", args: { delay: 5 } });
	simulator.attach(asker);
	clock.advance(1000);
	simulator.detach(asker);
	clock.advance(10_000);
	expect(asker.answers).toEqual([]);
});
