import type { AddressInfo } from "node:net";
import type { Bench } from "./bench/Bench.ts";
import { loadBench } from "./bench/loadBench.ts";
import { Workbench } from "./bench/Workbench.ts";
import type { Board } from "./board/Board.ts";
import { ControlChannel } from "./control/ControlChannel.ts";
import { ControlServer } from "./control/ControlServer.ts";
import { ControlWatch } from "./control/ControlWatch.ts";
import type { ControlAddress } from "./control/controlAddress.ts";
import type { Daemon } from "./Daemon.ts";
import type { Device } from "./devices/Device.ts";
import { type Clock, RealClock } from "./engine/Clock.ts";
import { Faults } from "./faults/Faults.ts";
import { InjectedErrors } from "./faults/InjectedErrors.ts";
import { RuleTable } from "./faults/RuleTable.ts";
import { Machine } from "./Machine.ts";
import { defaultOptions, type SimulatorOptions } from "./options.ts";
import { resolvePeers } from "./server/resolvePeers.ts";
import { SocketServer } from "./server/SocketServer.ts";

/** How to start a simulator. */
export interface StartOptions {
	/** TCP port; 0 takes any free one. By default pigpiod's own, 8888. */
	readonly port?: number;
	/** Address to listen on; by default all interfaces, as pigpiod does. */
	readonly host?: string;
	/** IPv4 addresses, or names that stand for one, that may connect; by default everyone who can reach the port. */
	readonly allowedPeers?: readonly string[];
	/** Whether to listen at all (pigpiod -k). */
	readonly listen?: boolean;
	/** What differs from a plain `pigpiod` on a Pi 3B. */
	readonly options?: Partial<SimulatorOptions>;
	/** The virtual bench: "default", "none" (the default here), another that ships, or a JSON or YAML file. */
	readonly bench?: string;
	/** Where the control channel listens; by default it can be used in this process alone. */
	readonly control?: ControlAddress;
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
	/** The Pi's GPIOs. Like the daemon they are others after a restart. */
	readonly board: Board;
	readonly daemon: Daemon;
	/** What stands on the bench: its devices and what they call their GPIOs. */
	readonly bench: Bench;
	/** Moves the virtual world, tells of it, and makes things go wrong. */
	readonly control: ControlChannel;
	/** The port or path that the control channel listens on, if it does. */
	readonly controlAddress: number | string | undefined;
	/** Connects a further device. */
	attach(device: Device): void;
	/** Disconnects a device: its timers and drives are withdrawn. */
	detach(device: Device): void;
	/** Ends all connections, frees the port and stops time. */
	close(): Promise<void>;
}

const PIGPIOD_PORT = 8888;

/** Starts a simulated pigpiod. Rejects if an address cannot be had or the bench's file has faults. */
export async function startSimulator(start: StartOptions = {}): Promise<Simulator> {
	const builtBench = loadBench(start.bench ?? "none");
	const onError = start.onError ?? ((error: unknown) => console.error(error));
	const clock = start.clock ?? new RealClock();
	const machine = new Machine({ ...defaultOptions, ...start.options }, clock, onError);
	const rules = new RuleTable();
	const errors = new InjectedErrors();
	const allowedPeers = await resolvePeers(start.allowedPeers ?? []);
	const server = new SocketServer(
		{ port: start.port ?? PIGPIOD_PORT, host: start.host, allowedPeers },
		{ machine, rules, errors, onError },
	);
	if (start.listen !== false) await server.listen();

	const bench = new Workbench(builtBench, machine, (text) => start.onLog?.(text));
	const faults = new Faults({ machine, bench, server, rules, errors });
	const watch = new ControlWatch(bench, clock);
	bench.onChange = () => watch.benchChanged();
	const control = new ControlChannel({ machine, bench, faults }, watch, onError);
	machine.onTurn = () => {
		server.flush();
		watch.look();
	};
	machine.run();
	await machine.openCommandPipe();

	let controlServer: ControlServer | undefined;
	const close = async () => {
		bench.clear();
		await Promise.all([machine.stop(), server.close(), controlServer?.close()]);
	};
	let controlAddress: number | string | undefined;
	if (start.control !== undefined) {
		controlServer = new ControlServer(control, onError);
		try {
			controlAddress = await controlServer.listen(start.control);
		} catch (error) {
			controlServer = undefined;
			await close();
			throw error;
		}
	}
	return {
		port: server.address?.port ?? 0,
		address: server.address,
		get board() {
			return machine.daemon.board;
		},
		get daemon() {
			return machine.daemon;
		},
		bench,
		control,
		controlAddress,
		attach: (device) => bench.attach(device),
		detach: (device) => bench.detach(device),
		close,
	};
}
