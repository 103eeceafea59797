import {
	type Args,
	type ClientMessage,
	type CommandName,
	type ControlOperation,
	type ControlParams,
	type CreatedWave,
	createdWave,
	type DaemonInspection,
	daemonInspection,
	type FetchedSegment,
	type FreedHandles,
	fetchedSegment,
	freedHandles,
	messageErrors,
	type OpenHandle,
	packBytes,
	type Released,
	type Result,
	released,
	type ServerMessage,
	type TargetAddress,
	type TargetFacts,
	type Trigger,
	type TriggerOwner,
	targetFacts,
	unpackBytes,
} from "@gpioscope/protocol";
import { ownTarget } from "../stores/connectionStore.ts";
import { BridgeError } from "./BridgeError.ts";
import type { WorkerLink } from "./WorkerLink.ts";

interface Waiting {
	readonly resolve: (result: unknown) => void;
	readonly reject: (error: BridgeError) => void;
}

/** An operation that is still without its id. */
type Operation = ClientMessage extends infer M ? (M extends ClientMessage ? Omit<M, "id"> : never) : never;

/** A wave's pulse as the bridge takes it: on mask, off mask, microseconds. */
export type PulseTuple = readonly [on: number, off: number, micros: number];

/** Sends operations to the bridge. Each promise is settled: with the result, or with a BridgeError. */
export class BridgeClient {
	readonly #link: WorkerLink;
	readonly #waiting = new Map<number, Waiting>();
	readonly #listeners = new Set<(message: ServerMessage) => void>();
	#isOpen = false;
	#lastId = 0;

	constructor(link: WorkerLink) {
		this.#link = link;
		link.on("message", ({ message }) => this.#receive(message));
		link.on("socket", ({ state }) => {
			this.#isOpen = state.kind === "open";
			if (!this.#isOpen) this.#abandonAll();
		});
	}

	/** Runs one pigpiod command. With `noted` the log tells of it even if it only looks. */
	async call<N extends CommandName>(
		command: N,
		args: Args<N>,
		{ noted = false }: { readonly noted?: boolean } = {},
	): Promise<Result<N>> {
		const packed = packBytes(args) as Record<string, unknown>;
		const call = {
			op: "call",
			target: ownTarget(),
			command,
			args: packed,
			...(noted ? { noted } : {}),
		} as const;
		return (await this.#send(call)) as Result<N>;
	}

	/** Makes one wave of the pulses; it belongs to this page's session. */
	async createWave(pulses: readonly PulseTuple[]): Promise<CreatedWave> {
		const copies = pulses.map(([on, off, micros]): [number, number, number] => [on, off, micros]);
		return createdWave.parse(await this.#send({ op: "createWave", target: ownTarget(), pulses: copies }));
	}

	/** Stops what this page's session started and gives its pins back their earlier modes. */
	async releaseAll(): Promise<Released> {
		return released.parse(await this.#send({ op: "releaseAll", target: ownTarget() }));
	}

	/** Keeps all sessions from changing a pin, or lets them again. */
	async lockPin(gpio: number, locked: boolean): Promise<void> {
		await this.#send({ op: "lockPin", target: ownTarget(), gpio, locked });
	}

	/** Looks at what only questions to the daemon tell. */
	async inspectDaemon(): Promise<DaemonInspection> {
		return daemonInspection.parse(await this.#send({ op: "inspectDaemon", target: ownTarget() }));
	}

	/** Closes what is open in the daemon and held by no session. */
	async freeHandles(handles: readonly OpenHandle[]): Promise<FreedHandles> {
		return freedHandles.parse(
			await this.#send({ op: "freeHandles", target: ownTarget(), handles: [...handles] }),
		);
	}

	/** Moves the virtual bench of a simulated target, or asks about it. Bytes of a result are a Uint8Array. */
	async bench<N extends ControlOperation>(op: N, params: ControlParams<N>): Promise<unknown> {
		return await this.#send({ op: "bench", target: ownTarget(), operation: { op, ...params } });
	}

	/**
	 * Has the bridge itself watch for these triggers of an owner, whether this page is there or not, and for no others of
	 * that owner.
	 */
	async setTriggers(triggers: readonly Trigger[], owner: TriggerOwner): Promise<void> {
		await this.#send({ op: "setTriggers", target: ownTarget(), triggers: [...triggers], owner });
	}

	/** The blocks of a segment that the bridge keeps, in parts: each is waited for before the next is asked for. */
	async *fetchSegment(segment: number): AsyncGenerator<readonly Uint8Array[]> {
		for (let from: number | undefined = 0; from !== undefined; ) {
			const answer = await this.#send({ op: "fetchSegment", target: ownTarget(), segment, from });
			const { blocks, next }: FetchedSegment = fetchedSegment.parse(answer);
			yield blocks.filter((block) => block instanceof Uint8Array);
			from = next;
		}
	}

	/** Deletes segments on the bridge, for all pages. */
	async forgetSegments(segments: readonly number[]): Promise<void> {
		await this.#send({ op: "forgetSegments", target: ownTarget(), segments: [...segments] });
	}

	/** Connects the bridge to another Pi, which keeps its host's name unless it gets one. */
	async addTarget({ host, port }: TargetAddress, name?: string): Promise<TargetFacts> {
		const named = name === undefined ? {} : { name };
		return targetFacts.parse(await this.#send({ op: "addTarget", address: { host, port }, ...named }));
	}

	/** Calls a Pi something else, for everybody. */
	async renameTarget(target: string, name: string): Promise<void> {
		await this.#send({ op: "renameTarget", target, name });
	}

	/** Takes a Pi that was added off the bridge's list, for everybody. */
	async removeTarget(target: string): Promise<void> {
		await this.#send({ op: "removeTarget", target });
	}

	/** Connects now instead of at the next attempt: to the bridge, or the bridge to pigpiod. */
	retry(): void {
		if (!this.#isOpen) {
			this.#link.post({ kind: "reconnect" });
			return;
		}
		// Whether it helped is seen in the target's state; a connection that breaks meanwhile is seen there, too.
		this.#send({ op: "retry", target: ownTarget() }).catch((error: unknown) => {
			if (!(error instanceof BridgeError)) throw error;
		});
	}

	/** Hears everything that the bridge says. Returns what ends it. */
	onMessage(listener: (message: ServerMessage) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#send(operation: Operation): Promise<unknown> {
		if (!this.#isOpen) {
			const { notConnected: remedy } = messageErrors;
			const message = "There is no connection to gpioscope.";
			return Promise.reject(new BridgeError({ code: "notConnected", message, remedy }));
		}
		const id = ++this.#lastId;
		return new Promise((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#link.post({ kind: "send", message: { ...operation, id } });
		});
	}

	#receive(message: ServerMessage): void {
		if (message.op === "result") this.#take(message.id)?.resolve(unpackBytes(message.result));
		if (message.op === "error" && message.id !== undefined)
			this.#take(message.id)?.reject(new BridgeError(message));
		for (const listener of this.#listeners) listener(message);
	}

	#abandonAll(): void {
		const { connectionLost: remedy } = messageErrors;
		const message = "The connection to gpioscope broke before the answer came.";
		for (const { reject } of this.#waiting.values())
			reject(new BridgeError({ code: "connectionLost", message, remedy }));
		this.#waiting.clear();
	}

	#take(id: number): Waiting | undefined {
		const waiting = this.#waiting.get(id);
		this.#waiting.delete(id);
		return waiting;
	}
}
