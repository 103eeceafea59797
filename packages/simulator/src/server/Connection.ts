import type { Socket } from "node:net";
import { encodeResponse, type RequestFrame } from "@gpioscope/protocol";
import type { InjectedErrors } from "../faults/InjectedErrors.ts";
import type { DropRule, DropWay, RuleTable } from "../faults/RuleTable.ts";
import { Later, Outside, type Reply } from "../handlers/Handler.ts";
import { perform } from "../handlers/handlers.ts";
import { BUFFER_BYTES, Request } from "../handlers/Request.ts";
import { refusals } from "../handlers/refusals.ts";
import type { Machine } from "../Machine.ts";
import { Outlet } from "./Outlet.ts";
import { ReplyDelay } from "./ReplyDelay.ts";
import { ReportBuffer } from "./ReportBuffer.ts";
import { RequestQueue } from "./RequestQueue.ts";

/**
 * Bytes that may wait for a client before no more of its requests are performed. A real daemon's thread for the
 * connection stands still in its write when the socket buffers of the machine are full.
 */
const UNREAD_BYTES = 4 * 1024 * 1024;
const NO_DATA = new Uint8Array();

/** What connections work on. */
export interface ConnectionHost {
	readonly machine: Machine;
	readonly rules: RuleTable;
	readonly errors: InjectedErrors;
	onError(error: unknown): void;
}

/** One client: its requests are performed strictly one after another. */
export class Connection {
	/** Counts from 1 in the order of connecting. */
	readonly number: number;
	readonly reports: ReportBuffer;
	/** Address and port of the client. */
	readonly peer: string;
	/** How many requests were performed. */
	requests = 0;
	readonly #socket: Socket;
	readonly #host: ConnectionHost;
	readonly #outlet: Outlet;
	readonly #replies: ReplyDelay;
	readonly #queue = new RequestQueue();
	readonly #buffer = new Uint8Array(BUFFER_BYTES);
	/** Whether a request is under way that takes time. */
	#isDelaying = false;
	#isIgnoring = false;
	#drop: DropRule | undefined;
	#requestsLeft = Number.POSITIVE_INFINITY;
	/** How it is to end once its answers are sent. */
	#ending: DropWay | undefined;
	#responses: Uint8Array[] = [];
	#responseBytes = 0;

	constructor(socket: Socket, number: number, host: ConnectionHost) {
		this.#socket = socket;
		this.number = number;
		this.peer = `${socket.remoteAddress?.replace(/^::ffff:/, "") ?? "unknown"}:${socket.remotePort ?? 0}`;
		this.#host = host;
		const outlet = new Outlet(socket, host.machine);
		this.#outlet = outlet;
		this.#replies = new ReplyDelay(host.machine, number, (bytes) => {
			outlet.write(bytes);
			this.#endWhenAnswered();
		});
		this.reports = new ReportBuffer(outlet);
		outlet.onRoom = () => this.#goOn();
		outlet.onLimit = () => {
			this.#ending = this.#drop?.how ?? "end";
			outlet.end(this.#ending);
		};
		socket.setNoDelay(true);
		socket.setKeepAlive(true);
		socket.on("data", (chunk) => {
			if (this.#ending !== undefined) return;
			this.#queue.push(chunk);
			this.#work();
		});
		// A peer that vanishes is no fault of the daemon's: the close that follows frees what it had.
		socket.on("error", () => socket.destroy());
		socket.on("end", () => this.#finishWhenIdle());
		socket.on("close", () => host.machine.daemon.notifications.release(this.reports));
		this.rulesChanged();
	}

	get bytesOut(): number {
		return this.#outlet.bytesOut;
	}

	/** Bytes that wait to be sent or read. */
	get waiting(): number {
		return this.#outlet.waiting + this.#replies.waiting + this.#responseBytes;
	}

	/** Takes note of the faults that are to be in force. */
	rulesChanged(): void {
		const rules = this.#host.rules.of(this.number);
		this.#outlet.rules = rules;
		this.#replies.rule = rules.delayReplies;
		if (rules.dropConnection !== this.#drop) {
			this.#drop = rules.dropConnection;
			this.#requestsLeft = this.#drop?.afterRequests ?? Number.POSITIVE_INFINITY;
			this.#outlet.bytesLeft = this.#drop?.afterBytes ?? Number.POSITIVE_INFINITY;
		}
		const goesOn = this.#isIgnoring && rules.ignoreRequests === undefined;
		this.#isIgnoring = rules.ignoreRequests !== undefined;
		if (goesOn) this.#work();
	}

	/** Ends it now, whatever is under way. */
	drop(how: DropWay): void {
		this.#ending = how;
		this.#outlet.drop(how);
	}

	/** Ends it as a daemon does that is killed: what was asked and not performed never is. */
	cut(): void {
		this.#ending = "reset";
		this.#socket.destroy();
	}

	#work(): void {
		const { machine } = this.#host;
		const wasWatched = machine.daemon.notifications.isWatched;
		while (this.#mayPerform) {
			const frame = this.#queue.shift();
			if (frame === undefined) break;
			machine.catchUp();
			this.#perform(frame);
		}
		this.#send();
		// A first reader makes the clock turn faster at once, not after a last slow turn.
		if (!wasWatched && machine.daemon.notifications.isWatched) machine.wake();
	}

	/** Goes on after a delay, at the very moment it ended: no time passes between the requests performed here. */
	#resume(): void {
		while (this.#mayPerform) {
			const frame = this.#queue.shift();
			if (frame === undefined) break;
			this.#perform(frame);
		}
		this.#send();
	}

	/** Goes on when there is room again for answers. */
	#goOn(): void {
		if (!this.#queue.isEmpty && this.#mayPerform) this.#work();
	}

	get #mayPerform(): boolean {
		return (
			!this.#isDelaying && !this.#isIgnoring && this.#ending === undefined && this.waiting <= UNREAD_BYTES
		);
	}

	#perform({ code, p1, p2, extension }: RequestFrame): void {
		this.requests++;
		this.#buffer.set(extension);
		this.#buffer[extension.length] = 0;
		const request = new Request(code, p1, p2, extension.length, this.#buffer, this.reports);
		const error = this.#host.errors.take(this.number, code, p1);
		this.#attempt(request, () => error ?? perform(this.#host.machine.daemon, request));
	}

	#attempt(request: Request, act: () => Reply): void {
		try {
			this.#answer(request, act());
		} catch (error) {
			this.#host.onError(error);
			this.#answer(request, refusals.unknownCommand);
		}
	}

	#answer(request: Request, reply: Reply): void {
		const { machine } = this.#host;
		if (reply instanceof Later) {
			this.#isDelaying = true;
			machine.at(reply.time, () => {
				this.#isDelaying = false;
				this.#attempt(request, () => reply.finish());
				this.#resume();
			});
			return;
		}
		if (reply instanceof Outside) {
			this.#isDelaying = true;
			reply.begin((result) => {
				this.#isDelaying = false;
				this.#answer(request, result);
				this.#work();
			});
			return;
		}
		const data = typeof reply === "number" ? NO_DATA : reply;
		const result = typeof reply === "number" ? reply : reply.length;
		// The daemon makes its data where the extension was: a later request without one finds it there.
		this.#buffer.set(data);
		const response = encodeResponse({ code: request.code, p1: request.p1, p2: request.p2, result, data });
		this.#responses.push(response);
		this.#responseBytes += response.length;
		this.#requestsLeft--;
		if (this.#requestsLeft === 0) this.#ending = this.#drop?.how ?? "end";
	}

	/** Responses come after the reports that were made before them. */
	#send(): void {
		const responses = this.#responses;
		this.#responses = [];
		this.#responseBytes = 0;
		if (responses.length > 0) {
			this.reports.flush();
			if (this.#replies.rule !== undefined) for (const response of responses) this.#replies.push(response);
			else this.#replies.push(responses.length === 1 ? (responses[0] ?? NO_DATA) : Buffer.concat(responses));
		}
		if (this.#queue.isFull) this.#socket.pause();
		else if (this.#socket.isPaused()) this.#socket.resume();
		if (this.#queue.isDoomed || this.#socket.readableEnded) this.#finishWhenIdle();
		this.#endWhenAnswered();
	}

	/** Ends in order when everything that came before the end has been answered. */
	#finishWhenIdle(): void {
		if (this.#isDelaying || this.#isIgnoring || !this.#queue.isEmpty) return;
		this.#ending ??= "end";
		this.#endWhenAnswered();
	}

	#endWhenAnswered(): void {
		if (this.#ending !== undefined && this.#replies.waiting === 0) this.#outlet.end(this.#ending);
	}
}
