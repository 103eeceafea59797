import { type Args, type CommandName, encodeRequest, HEADER_BYTES } from "@gpioscope/protocol";
import { onTestFinished } from "vitest";
import type { BusKind } from "../../buses/busLines.ts";
import { VirtualClock } from "../../engine/Clock.ts";
import { Later, Outside, type Reply } from "../../handlers/Handler.ts";
import { perform } from "../../handlers/handlers.ts";
import { BUFFER_BYTES, Request } from "../../handlers/Request.ts";
import type { SimulatorOptions } from "../../options.ts";
import { type Simulator, startSimulator } from "../../startSimulator.ts";
import type { Micros } from "../Device.ts";
import { deviceKinds } from "../deviceKinds.ts";
import type { RecordedEdge } from "../FakeWorld.ts";
import { Random } from "../Random.ts";
import { type Connection, WiredDevice } from "../WiredDevice.ts";

/** A simulated Pi with devices wired to it, whose time a test plays on. */
export class TestPi {
	readonly simulator: Simulator;
	readonly edges: RecordedEdge[] = [];
	readonly #clock: VirtualClock;

	private constructor(simulator: Simulator, clock: VirtualClock) {
		this.simulator = simulator;
		this.#clock = clock;
	}

	static async start(options: Partial<SimulatorOptions> = {}): Promise<TestPi> {
		const clock = new VirtualClock();
		const onError = (error: unknown) => {
			throw error;
		};
		const simulator = await startSimulator({ listen: false, clock, onError, options });
		onTestFinished(() => simulator.close());
		return new TestPi(simulator, clock);
	}

	/** Wires a device of a kind to GPIOs. */
	attach(
		kindName: string,
		gpios: Record<string, number>,
		options: Record<string, unknown> = {},
	): WiredDevice {
		const kind = deviceKinds.find((candidate) => candidate.kind === kindName);
		if (!kind) throw new Error(`no kind ${kindName}`);
		const device = kind.create({ name: kindName, gpios, options, random: new Random(1) });
		this.simulator.attach(device);
		return device;
	}

	/** Wires something made for a test; all its pins are lines of a bus of that kind, if one is given. */
	wire(gpios: Record<string, number>, start: (connection: Connection) => void, bus?: BusKind): WiredDevice {
		const lines = bus === undefined ? [] : Object.values(gpios).map((gpio) => [gpio, bus] as const);
		const begin = (connection: Connection) => {
			start(connection);
			return undefined;
		};
		const device = new WiredDevice("test", "test", gpios, begin, new Map(lines));
		this.simulator.attach(device);
		return device;
	}

	/** Records the edges of GPIOs from now on. */
	record(...gpios: readonly number[]): void {
		for (const gpio of gpios) {
			this.simulator.board.onLevel(gpio, (level, time) => this.edges.push({ time, gpio, level }));
		}
	}

	get now(): Micros {
		return this.simulator.daemon.engine.time;
	}

	pass(micros: Micros): void {
		this.#clock.advance(micros);
	}

	/** The recorded edges of a GPIO. */
	edgesOf(gpio: number): RecordedEdge[] {
		return this.edges.filter((edge) => edge.gpio === gpio);
	}

	/** Performs a command; what makes its caller wait passes in virtual time. */
	call<N extends CommandName>(name: N, args: Args<N>): number | Uint8Array {
		const bytes = encodeRequest(name, args);
		const words = new DataView(bytes.buffer, bytes.byteOffset);
		const [code, p1, p2] = [words.getUint32(0, true), words.getUint32(4, true), words.getUint32(8, true)];
		return this.raw(code, p1, p2, bytes.subarray(HEADER_BYTES));
	}

	/** The same with words and bytes no client would send. */
	raw(code: number, p1: number, p2: number, extension: Uint8Array = new Uint8Array()): number | Uint8Array {
		const buffer = new Uint8Array(BUFFER_BYTES);
		buffer.set(extension);
		const request = new Request(code, p1, p2, extension.length, buffer, undefined);
		let reply: Reply = perform(this.simulator.daemon, request);
		while (reply instanceof Later) {
			this.pass(Math.max(0, reply.time - this.#clock.now()));
			reply = reply.finish();
		}
		if (reply instanceof Outside) throw new Error(`${code} waits for something outside of simulated time`);
		return reply;
	}

	/** Performs a command that must succeed with data. */
	bytes<N extends CommandName>(name: N, args: Args<N>): number[] {
		const reply = this.call(name, args);
		if (typeof reply === "number") throw new Error(`${name} answered ${reply}`);
		return [...reply];
	}
}
