import { type ControlArgs, commands, type FaultFacts } from "@gpioscope/protocol";
import type { Workbench } from "../bench/Workbench.ts";
import type { Machine } from "../Machine.ts";
import type { Connection } from "../server/Connection.ts";
import type { SocketServer } from "../server/SocketServer.ts";
import type { InjectedErrors } from "./InjectedErrors.ts";
import { leakHandles } from "./leakHandles.ts";
import type { RuleTable } from "./RuleTable.ts";

/** There is no client of that number, or no socket at all. */
export class FaultRefused extends Error {
	override readonly name = "FaultRefused";
	readonly code: "unknownConnection" | "notListening";

	constructor(code: FaultRefused["code"], message: string) {
		super(message);
		this.code = code;
	}
}

/** What faults are made in. */
export interface FaultHost {
	readonly machine: Machine;
	readonly bench: Workbench;
	readonly server: SocketServer;
	readonly rules: RuleTable;
	readonly errors: InjectedErrors;
}

/** Makes things go wrong on demand: the operations of that part of the control channel. Nothing is by default. */
export class Faults {
	readonly #host: FaultHost;
	#isRefusing = false;
	#isDown = false;
	#lastRestart: Promise<void> = Promise.resolve();
	/** Ends the wait of a restart that another one has overtaken: its Pi, and so its time, is gone. */
	#endWait: () => void = () => {};

	constructor(host: FaultHost) {
		this.#host = host;
	}

	connections() {
		return this.#host.server.connections.map(({ number, peer, requests, bytesOut, waiting }) => ({
			connection: number,
			peer,
			requests,
			bytesOut,
			waiting,
		}));
	}

	splitWrites({ connection, bytes, gapMicros }: ControlArgs<"splitWrites">): void {
		this.#check(connection);
		this.#host.rules.set(connection, { splitWrites: { bytes, gapMicros } });
	}

	mergeWrites({ connection, holdMillis }: ControlArgs<"mergeWrites">): void {
		this.#check(connection);
		this.#host.rules.set(connection, { mergeWrites: { holdMillis } });
	}

	delayReplies({ connection, millis, jitterMillis }: ControlArgs<"delayReplies">): void {
		this.#check(connection);
		this.#host.rules.set(connection, { delayReplies: { millis, jitterMillis } });
	}

	dropConnection({ connection, how, afterRequests, afterBytes }: ControlArgs<"dropConnection">): void {
		const found = this.#check(connection);
		if (afterRequests !== undefined || afterBytes !== undefined) {
			this.#host.rules.set(connection, { dropConnection: { how, afterRequests, afterBytes } });
			return;
		}
		for (const each of found) each.drop(how);
	}

	async refuseConnects({ refuse }: ControlArgs<"refuseConnects">): Promise<void> {
		const { server } = this.#host;
		if (server.address === undefined) throw new FaultRefused("notListening", "There is no port to shut.");
		this.#isRefusing = refuse;
		if (refuse) server.shut();
		else await this.#open();
	}

	ignoreRequests({ connection, ignore }: ControlArgs<"ignoreRequests">): void {
		this.#check(connection);
		const { rules } = this.#host;
		if (ignore) rules.set(connection, { ignoreRequests: { ignore } });
		else rules.unset(connection, "ignoreRequests");
	}

	stopAlerts(): void {
		this.#host.machine.daemon.alerts.isStopped = true;
	}

	resumeAlerts(): void {
		this.#host.machine.daemon.alerts.isStopped = false;
	}

	/** Resolves when the port is open again; if there is a further restart meanwhile, when it is after that. */
	restartDaemon(args: ControlArgs<"restartDaemon">): Promise<void> {
		this.#endWait();
		const restart = this.#restart(args);
		this.#lastRestart = restart;
		return restart;
	}

	async #restart({ downMillis }: ControlArgs<"restartDaemon">): Promise<void> {
		const { machine, bench, server } = this.#host;
		server.shut();
		server.cutAll();
		machine.restart();
		bench.moveToNewPi();
		this.#isDown = true;
		const isLast = await new Promise<boolean>((resolve) => {
			this.#endWait = () => resolve(false);
			if (downMillis > 0) machine.after(downMillis * 1000, () => resolve(true));
			else resolve(true);
		});
		if (!isLast) return await this.#lastRestart;
		this.#isDown = false;
		await this.#open();
	}

	failCommand({ connection, command, result, times, p1 }: ControlArgs<"failCommand">): void {
		this.#check(connection);
		const code = typeof command === "number" ? command : commands[command].code;
		this.#host.errors.add({ code, result, connection, times, p1 });
	}

	/** Rejects with LeakRefused when the daemon refuses. */
	leakHandles({ kind, count, path }: ControlArgs<"leakHandles">): Promise<number[]> {
		return leakHandles(this.#host.machine.daemon, kind, count, path);
	}

	/** The faults in force. */
	list(): FaultFacts[] {
		const { rules, errors, machine } = this.#host;
		return [
			...rules.list(),
			...errors.list().map(({ connection, ...settings }) => ({
				fault: "failCommand",
				...(connection !== undefined && { connection }),
				settings: { ...settings },
			})),
			...(this.#isRefusing ? [{ fault: "refuseConnects", settings: { refuse: true } }] : []),
			...(machine.daemon.alerts.isStopped ? [{ fault: "stopAlerts", settings: {} }] : []),
		];
	}

	async clear(): Promise<void> {
		this.#host.rules.clear();
		this.#host.errors.clear();
		this.resumeAlerts();
		this.#isRefusing = false;
		await this.#open();
	}

	/** Opens the port unless another fault keeps it shut. */
	async #open(): Promise<void> {
		const { server } = this.#host;
		if (server.address === undefined || this.#isShut) return;
		await server.listen();
		// It may have been shut meanwhile.
		if (this.#isShut) server.shut();
	}

	get #isShut(): boolean {
		return this.#isRefusing || this.#isDown;
	}

	/** The connection of that number, or all. */
	#check(number: number | undefined): readonly Connection[] {
		const { connections } = this.#host.server;
		const found = number === undefined ? connections : connections.filter((each) => each.number === number);
		if (number === undefined || found.length > 0) return found;
		const present = connections.map((each) => each.number).join(", ") || "none";
		throw new FaultRefused("unknownConnection", `There is no connection ${number}; there are: ${present}.`);
	}
}
