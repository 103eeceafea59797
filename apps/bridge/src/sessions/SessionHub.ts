import { randomUUID } from "node:crypto";
import type { Clock } from "@gpioscope/client";
import type { LogEntry, Neighbour, Role, ServerMessage, TargetFacts } from "@gpioscope/protocol";
import { HTTP_CALLER, SUBPROTOCOL } from "@gpioscope/protocol";
import type { ControlChannel } from "@gpioscope/simulator";
import type { WebSocket } from "ws";
import type { Ability } from "../access/policy.ts";
import { failureOf } from "../access/Refusal.ts";
import type { Target } from "../targets/Target.ts";
import type { TargetList } from "../targets/TargetList.ts";
import { TriggerDesk } from "../triggers/TriggerDesk.ts";
import { Announcement } from "./Announcement.ts";
import { Desk } from "./Desk.ts";
import { Session } from "./Session.ts";

export interface HubOptions {
	readonly version: string;
	readonly targets: TargetList;
	readonly allowed: ReadonlySet<Ability>;
	/** The benches of those targets that are simulated here, by target. */
	readonly benches: ReadonlyMap<string, ControlChannel>;
	readonly clock: Clock;
	onFault(error: unknown): void;
}

const PING_MS = 10_000;
const GIVE_UP_PINGS = 3;

/** All sessions and the desks they come to: greets, tells everybody what concerns everybody, says good-bye. */
export class SessionHub {
	readonly #options: HubOptions;
	readonly #desks = new Map<string, Desk>();
	readonly #sessions = new Map<Session, WebSocket>();
	/** What ends listening to each target, by its id. */
	readonly #stops = new Map<string, () => void>();
	readonly #stopList: () => void;
	#neighbours: readonly Neighbour[] = [];

	constructor(options: HubOptions) {
		this.#options = options;
		for (const target of options.targets.all) this.#open(target);
		this.#stopList = options.targets.listen({
			added: (target) => {
				this.#open(target);
				this.#tellTargets();
			},
			removed: (target) => this.#shut(target),
		});
	}

	/** How many viewers there are. */
	get count(): number {
		return this.#sessions.size;
	}

	/** Ids of the targets, the first one first. */
	get targets(): string[] {
		return [...this.#desks.keys()];
	}

	/** Where to do things with a target, as sessions do; undefined when there is no such target. */
	desk(target: string): Desk | undefined {
		return this.#desks.get(target);
	}

	/** Other gpioscopes on the local network came or went. */
	neighboursChanged(neighbours: readonly Neighbour[]): void {
		this.#neighbours = neighbours;
		this.#tellAll({ op: "neighbours", neighbours: [...neighbours] });
	}

	/** A viewer has come, permitted to. */
	join(socket: WebSocket, role: Role): void {
		const session = new Session({
			id: randomUUID().slice(0, 8),
			role,
			wire: wireOf(socket),
			targets: this.#options.targets,
			desks: this.#desks,
			benches: this.#options.benches,
			onWatch: () => this.#tellViewers(),
			onFault: this.#options.onFault,
		});
		this.#sessions.set(session, socket);
		socket.on("message", (data, isBinary) => {
			if (isBinary) session.refuseBinary();
			else session.receive(String(data)).catch(this.#options.onFault);
		});
		socket.on("error", () => {
			// ws closes the socket itself after a protocol error, and close follows.
		});
		const stopPings = keepAlive(socket);
		socket.once("close", () => {
			stopPings();
			this.#leave(session);
		});
		session.send(this.#hello(session));
		if (this.#neighbours.length > 0) session.send({ op: "neighbours", neighbours: [...this.#neighbours] });
		this.#tellViewers();
	}

	/** Ends all sessions. */
	async close(): Promise<void> {
		this.#stopList();
		for (const stop of this.#stops.values()) stop();
		const leaving = [...this.#sessions.keys()].map((session) => this.#leaveDesks(session));
		for (const session of this.#sessions.keys()) session.close();
		for (const socket of this.#sessions.values()) socket.close(1001, "The bridge is stopping.");
		// Programs that call over HTTP do not leave by themselves.
		leaving.push(...[...this.#desks.values()].map((desk) => desk.leave(HTTP_CALLER)));
		await Promise.all(leaving);
		for (const socket of this.#sessions.values()) socket.terminate();
	}

	#open(target: Target): void {
		const triggers = new TriggerDesk({
			target: target.id,
			ring: target.ring,
			clock: this.#options.clock,
			onNews: (message) => this.#tellWatching(desk, message),
			onFault: this.#options.onFault,
		});
		const holdings = new Announcement(this.#options.clock, () =>
			this.#tellWatching(desk, { op: "holdings", target: target.id, holdings: desk.holdings() }),
		);
		const desk = new Desk(target, {
			triggers,
			allowed: this.#options.allowed,
			onLog: (entry, watched) => this.#log(entry, watched),
			onHoldings: () => holdings.tellSoon(),
			onFault: this.#options.onFault,
		});
		this.#desks.set(target.id, desk);
		const stop = target.listen({
			block: () => {
				for (const session of this.#sessions.keys()) if (session.watches(desk)) session.blockReady();
				triggers.blockReady();
			},
			facts: (facts) => this.#factsChanged(desk, facts),
			pins: (pins) => this.#tellWatching(desk, { op: "pins", target: target.id, pins }),
			statistics: (statistics) => {
				this.#tellAll(statistics);
				if (target.pi.status.kind === "live")
					desk.pins.look().catch((error: unknown) => failureOf(error, this.#options.onFault));
			},
			restarted: () => desk.restarted(),
		});
		this.#stops.set(target.id, () => {
			stop();
			triggers.close();
			holdings.cancel();
		});
	}

	/** Nobody comes to the desk of a target any more; what sessions have there is freed. */
	async #shut({ id }: Target): Promise<void> {
		const desk = this.#desks.get(id);
		if (desk === undefined) return;
		this.#desks.delete(id);
		this.#stops.get(id)?.();
		this.#stops.delete(id);
		this.#tellTargets();
		const sessions = [...this.#sessions.keys()];
		for (const session of sessions) session.unwatch(desk);
		const visitors = [...sessions.map((session) => session.id), HTTP_CALLER];
		await Promise.all(visitors.map((visitor) => desk.leave(visitor)));
	}

	/** Tells each how many watch the same target; a page of several Pis has a session for each. */
	#tellViewers(): void {
		const sessions = [...this.#sessions.keys()];
		for (const session of sessions) {
			const { watched } = session;
			session.tellViewers(
				watched === undefined ? sessions.length : sessions.filter((one) => one.watches(watched)).length,
			);
		}
	}

	#tellTargets(): void {
		this.#tellAll({ op: "targets", targets: this.#options.targets.facts() });
	}

	#factsChanged(desk: Desk, facts: TargetFacts): void {
		this.#tellAll({ op: "status", target: facts });
		if (facts.state.kind === "live") desk.cleanUp().catch(this.#options.onFault);
	}

	#hello({ id, role }: Session): ServerMessage {
		return {
			op: "hello",
			version: this.#options.version,
			protocol: SUBPROTOCOL,
			sessionId: id,
			capabilities: [...this.#options.allowed],
			role,
			targets: this.#options.targets.facts(),
		};
	}

	#leave(session: Session): void {
		if (!this.#sessions.delete(session)) return;
		session.close();
		this.#leaveDesks(session).catch(this.#options.onFault);
		this.#tellViewers();
	}

	async #leaveDesks({ id }: Session): Promise<void> {
		await Promise.all([...this.#desks.values()].map((desk) => desk.leave(id)));
	}

	#log(entry: LogEntry, watched: LogEntry): void {
		for (const session of this.#sessions.keys())
			session.send({ op: "log", entry: session.role === "viewer" ? watched : entry });
	}

	#tellWatching(desk: Desk, message: ServerMessage): void {
		for (const session of this.#sessions.keys()) if (session.watches(desk)) session.send(message);
	}

	#tellAll(message: ServerMessage): void {
		for (const session of this.#sessions.keys()) session.send(message);
	}
}

function wireOf(socket: WebSocket) {
	return {
		get bufferedAmount() {
			return socket.bufferedAmount;
		},
		send: (data: string | Uint8Array, done: () => void) => socket.send(data, done),
		close: (code: number, reason: string) => socket.close(code, reason),
		terminate: () => socket.terminate(),
	};
}

/** Pings a viewer, and cuts it when it has not answered for a while. */
function keepAlive(socket: WebSocket): () => void {
	let unanswered = 0;
	socket.on("pong", () => {
		unanswered = 0;
	});
	const timer = setInterval(() => {
		if (unanswered++ >= GIVE_UP_PINGS) socket.terminate();
		else socket.ping();
	}, PING_MS);
	return () => clearInterval(timer);
}
