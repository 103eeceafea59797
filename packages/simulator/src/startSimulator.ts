import type { AddressInfo } from "node:net";
import type { Bench } from "./bench/Bench.ts";
import { loadBench } from "./bench/loadBench.ts";
import type { Board } from "./board/Board.ts";
import { DeviceWorld, Wiring } from "./board/DeviceWorld.ts";
import { Daemon } from "./Daemon.ts";
import type { Device } from "./devices/Device.ts";
import { type Clock, RealClock, type Running } from "./engine/Clock.ts";
import { perform } from "./handlers/handlers.ts";
import { performLocally } from "./handlers/performLocally.ts";
import { defaultOptions, type SimulatorOptions } from "./options.ts";
import { SocketServer } from "./server/SocketServer.ts";

/** How to start a simulator. */
export interface StartOptions {
	/** TCP port; 0 takes any free one. By default pigpiod's own, 8888. */
	readonly port?: number;
	/** Address to listen on; by default all interfaces, as pigpiod does. */
	readonly host?: string;
	/** IPv4 addresses that may connect; by default everyone who can reach the port. */
	readonly allowedPeers?: readonly string[];
	/** Whether to listen at all (pigpiod -k). */
	readonly listen?: boolean;
	/** What differs from a plain `pigpiod` on a Pi 3B. */
	readonly options?: Partial<SimulatorOptions>;
	/** The virtual bench: "default", "none" (the default here) or a JSON file. */
	readonly bench?: string;
	readonly clock?: Clock;
	/** Is told of what went wrong inside; by default it is printed. */
	readonly onError?: (error: unknown) => void;
	/** Is told what the devices say they do. */
	readonly onLog?: (text: string) => void;
}

/** A running simulated pigpiod. */
export interface Simulator {
	readonly port: number;
	readonly address: AddressInfo | undefined;
	readonly board: Board;
	readonly daemon: Daemon;
	/** What stands on the bench: its devices and what they call their GPIOs. */
	readonly bench: Bench;
	/** Connects a further device. */
	attach(device: Device): void;
	/** Disconnects a device: its timers and drives are withdrawn. */
	detach(device: Device): void;
	/** Ends all connections, frees the port and stops time. */
	close(): Promise<void>;
}

const PIGPIOD_PORT = 8888;
/** How often to look after the signals while somebody watches them, and while nobody does. */
const WATCHED_TURN = 1000;
const IDLE_TURN = 20_000;

/** Starts a simulated pigpiod. Rejects if the port cannot be had or the bench's file has faults. */
export async function startSimulator(start: StartOptions = {}): Promise<Simulator> {
	const bench = loadBench(start.bench ?? "none");
	const onError = start.onError ?? ((error: unknown) => console.error(error));
	const daemon = new Daemon({ ...defaultOptions, ...start.options }, perform, onError);
	const clock = start.clock ?? new RealClock();
	const { engine } = daemon;
	let running: Running | undefined;
	const catchUp = () => engine.runTo(clock.now());
	const server = new SocketServer(
		{ port: start.port ?? PIGPIOD_PORT, host: start.host, allowedPeers: start.allowedPeers ?? [] },
		{ daemon, catchUp, wake: () => running?.wake(), onError },
	);
	const address = start.listen === false ? undefined : await server.listen();

	const wiring = new Wiring(daemon.board);
	const worlds = new Map<Device, DeviceWorld>();
	const attach = (device: Device) => {
		catchUp();
		daemon.buses.wire(device.busLines ?? new Map());
		const world = new DeviceWorld(
			engine,
			daemon.board,
			wiring,
			(call, then) => performLocally(daemon, call, then),
			(text) => start.onLog?.(`${device.name}: ${text}`),
		);
		worlds.set(device, world);
		device.attach(world);
	};
	const detach = (device: Device) => {
		if (!worlds.has(device)) return;
		device.detach();
		worlds.get(device)?.release();
		worlds.delete(device);
	};
	// A Pi boots with all its interfaces; then the devices come to life one by one.
	for (const device of bench.devices) daemon.buses.wire(device.busLines);
	for (const device of bench.devices) attach(device);

	running = clock.run(() => {
		engine.guard(catchUp);
		server.flush();
		const turn = daemon.notifications.isWatched ? WATCHED_TURN : IDLE_TURN;
		return Math.min(clock.now() + turn, engine.nextTimer);
	});
	return {
		port: address?.port ?? 0,
		address,
		board: daemon.board,
		daemon,
		bench,
		attach,
		detach,
		async close() {
			running?.stop();
			for (const device of [...worlds.keys()]) detach(device);
			daemon.files.closeAll();
			await Promise.all([server.close(), daemon.shell.close(), daemon.pipes.close()]);
		},
	};
}
