import type { Socket } from "node:net";
import { type CommandName, ProtocolError, type ResponseFrame, ResponseParser } from "@gpioscope/protocol";
import { CommandQueue } from "./CommandQueue.ts";
import type { Clock } from "./clock.ts";
import { confusedReplies, type Destination, daemonGone, silence } from "./connectionCauses.ts";
import { ConnectionError, ReplyMismatchError } from "./errors.ts";
import { openSocket } from "./openSocket.ts";
import type { PendingCall } from "./PendingCall.ts";
import { ReplyLookout } from "./ReplyLookout.ts";
import { WriteBuffer } from "./WriteBuffer.ts";

/** How often deadlines are looked at. */
const SWEEP_MS = 50;

/**
 * One connection for commands. Requests of one turn of the event loop go out in one write and are answered in
 * order, so any number may be under way.
 */
export class CommandSocket {
	/** Settles when the connection is over, with the reason. Never rejects. */
	readonly ended: Promise<ConnectionError>;
	readonly address: string;

	/** The address of this computer that the other side sees. */
	readonly ownAddress: string | undefined;

	readonly #socket: Socket;
	readonly #destination: Destination;
	readonly #clock: Clock;
	readonly #queue = new CommandQueue<PendingCall>();
	readonly #lookout = new ReplyLookout({ isAwaited: () => this.#queue.length > 0 });
	readonly #outgoing: WriteBuffer;
	#cancelSweep: (() => void) | undefined;
	#lastReplyMs: number;
	#failure: ConnectionError | undefined;

	/** @throws ConnectionError when the daemon cannot be reached */
	static async open(
		destination: Destination,
		timeoutMs: number,
		clock: Clock,
		signal?: AbortSignal,
	): Promise<CommandSocket> {
		const parser = new ResponseParser();
		let owner: CommandSocket | undefined;
		const receive = (chunk: Uint8Array) => owner?.receive(parser, chunk);
		const opened = await openSocket(destination, timeoutMs, receive, signal);
		owner = new CommandSocket(opened.socket, opened.address, destination, clock);
		return owner;
	}

	private constructor(socket: Socket, address: string, destination: Destination, clock: Clock) {
		this.#socket = socket;
		this.address = address;
		this.ownAddress = socket.localAddress;
		this.#destination = destination;
		this.#clock = clock;
		this.#lastReplyMs = clock.now();
		this.#outgoing = new WriteBuffer(socket);
		this.ended = new Promise((resolve) => {
			socket.on("error", (error) => {
				this.#failure ??= new ConnectionError(causeOfBreak(error, destination), { cause: error });
			});
			socket.once("end", () => socket.destroy());
			socket.once("close", () => {
				const failure = this.#failure ?? new ConnectionError(daemonGone(destination));
				this.#failure = failure;
				this.#cancelSweep?.();
				this.#queue.failAll(failure);
				resolve(failure);
			});
		});
	}

	/** Whether a byte has come. */
	get hasReceived(): boolean {
		return this.#socket.bytesRead > 0;
	}

	/** Sends a request; it fails if the connection breaks before its reply has come. */
	send(call: PendingCall): void {
		if (this.#failure !== undefined) {
			call.fail(this.#failure);
			return;
		}
		call.sent(this.#clock.now());
		this.#lookout.sent(this.#queue.length === 0);
		this.#queue.add(call);
		this.#outgoing.push(call.bytes);
		this.#cancelSweep ??= this.#clock.after(SWEEP_MS, this.#sweepSoon);
	}

	/** Whether a reply is awaited to a command of which this is true. */
	isAwaiting(matches: (name: CommandName) => boolean): boolean {
		return this.#queue.isAwaiting(({ name }) => matches(name));
	}

	/** Ends the connection; what waits fails with the reason. */
	close(reason: ConnectionError): void {
		this.#failure ??= reason;
		this.#socket.destroy();
	}

	readonly #settle = (frame: ResponseFrame) => this.#queue.settle(frame);

	private receive(parser: ResponseParser, chunk: Uint8Array): void {
		this.#lastReplyMs = this.#clock.now();
		this.#lookout.replied();
		try {
			parser.pushTo(chunk, this.#settle);
		} catch (error) {
			if (!(error instanceof ReplyMismatchError || error instanceof ProtocolError)) throw error;
			this.close(new ConnectionError(confusedReplies(this.#destination), { cause: error }));
		}
	}

	/** When this program was held up, replies may have come meanwhile: they are read first. */
	readonly #sweepSoon = () => {
		setImmediate(this.#sweep);
	};

	readonly #sweep = () => {
		this.#cancelSweep = undefined;
		const now = this.#clock.now();
		this.#queue.expire(now);
		const { oldest } = this.#queue;
		if (oldest === undefined) return;
		// A late reply still keeps its place. But when even the deadline has passed once more with no byte at all,
		// nothing will come: a cable was pulled, or the daemon hangs.
		const silentMs = now - Math.max(this.#lastReplyMs, oldest.silentAfterMs);
		if (silentMs > GIVE_UP_MS) {
			this.close(new ConnectionError(silence(this.#destination)));
			return;
		}
		this.#cancelSweep = this.#clock.after(SWEEP_MS, this.#sweepSoon);
	};
}

/** Silence after a missed deadline that ends the connection. */
const GIVE_UP_MS = 3000;

function causeOfBreak(error: Error, destination: Destination) {
	const code = "code" in error ? error.code : undefined;
	if (code === "ETIMEDOUT" || code === "EHOSTUNREACH" || code === "ENETUNREACH") return silence(destination);
	return daemonGone(destination);
}
