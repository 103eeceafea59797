import type { Socket } from "node:net";
import { OversizeRequest, type RequestFrame, RequestParser } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import { Later, Outside, type Reply } from "../handlers/Handler.ts";
import { perform } from "../handlers/handlers.ts";
import { BUFFER_BYTES, Request } from "../handlers/Request.ts";
import { refusals } from "../handlers/refusals.ts";
import { ReportBuffer } from "./ReportBuffer.ts";

const HEADER_BYTES = 16;
/** Requests that may wait behind a delaying one before the connection is read no further. */
const QUEUE_LIMIT = 1000;

/** How a connection is tied to the daemon and its clock. */
export interface ConnectionHost {
	readonly daemon: Daemon;
	/** Plays everything up to the present moment, so that commands act in it. */
	catchUp(): void;
	/** Is told that something was arranged for a later moment, so that the clock wakes in time. */
	wake(): void;
	onError(error: unknown): void;
}

/** One client: its requests are performed strictly one after another. */
export class Connection {
	readonly reports: ReportBuffer;
	readonly #socket: Socket;
	readonly #host: ConnectionHost;
	readonly #parser = new RequestParser();
	readonly #buffer = new Uint8Array(BUFFER_BYTES);
	readonly #queue: RequestFrame[] = [];
	#isWaiting = false;
	/** The requests before an oversize one are still answered; then the connection ends. */
	#isDoomed = false;
	#responses: Uint8Array[] = [];

	constructor(socket: Socket, host: ConnectionHost) {
		this.#socket = socket;
		this.#host = host;
		this.reports = new ReportBuffer(socket);
		socket.setNoDelay(true);
		socket.setKeepAlive(true);
		socket.on("data", (chunk) => this.#receive(chunk));
		// A peer that vanishes is no fault of the daemon's: the close that follows frees what it had.
		socket.on("error", () => socket.destroy());
		socket.on("end", () => this.#finishWhenIdle());
		socket.on("close", () => host.daemon.notifications.release(this.reports));
	}

	#receive(chunk: Uint8Array): void {
		if (this.#isDoomed) return;
		try {
			this.#queue.push(...this.#parser.push(chunk));
		} catch (error) {
			if (!(error instanceof OversizeRequest)) throw error;
			this.#queue.push(...error.frames);
			this.#isDoomed = true;
		}
		this.#work();
	}

	#work(): void {
		const { notifications } = this.#host.daemon;
		const wasWatched = notifications.isWatched;
		while (!this.#isWaiting) {
			const frame = this.#queue.shift();
			if (frame === undefined) break;
			this.#host.catchUp();
			this.#perform(frame);
		}
		this.#send();
		// A first reader makes the clock turn faster at once, not after a last slow turn.
		if (!wasWatched && notifications.isWatched) this.#host.wake();
		if (this.#queue.length > QUEUE_LIMIT) this.#socket.pause();
		else if (this.#socket.isPaused()) this.#socket.resume();
		if (this.#isDoomed) this.#finishWhenIdle();
	}

	#finishWhenIdle(): void {
		if (!this.#isWaiting && this.#queue.length === 0) this.#socket.end();
	}

	#perform({ code, p1, p2, extension }: RequestFrame): void {
		this.#buffer.set(extension);
		this.#buffer[extension.length] = 0;
		const request = new Request(code, p1, p2, extension.length, this.#buffer, this.reports);
		this.#attempt(request, () => perform(this.#host.daemon, request));
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
		if (reply instanceof Later) {
			this.#isWaiting = true;
			this.#host.daemon.engine.at(reply.time, () => {
				this.#isWaiting = false;
				this.#attempt(request, () => reply.finish());
				this.#resume();
			});
			this.#host.wake();
			return;
		}
		if (reply instanceof Outside) {
			this.#isWaiting = true;
			reply.begin((result) => {
				this.#isWaiting = false;
				this.#answer(request, result);
				this.#work();
				if (this.#socket.readableEnded) this.#finishWhenIdle();
			});
			return;
		}
		const isData = typeof reply !== "number";
		const response = new Uint8Array(HEADER_BYTES + (isData ? reply.length : 0));
		const view = new DataView(response.buffer);
		view.setUint32(0, request.code, true);
		view.setUint32(4, request.p1, true);
		view.setUint32(8, request.p2, true);
		view.setInt32(12, isData ? reply.length : reply, true);
		if (isData) {
			response.set(reply, HEADER_BYTES);
			// The daemon makes its data where the extension was: a later request without one finds it there.
			this.#buffer.set(reply);
		}
		this.#responses.push(response);
	}

	/** Goes on after a delay, at the very moment it ended: no time passes between the requests performed here. */
	#resume(): void {
		while (!this.#isWaiting) {
			const frame = this.#queue.shift();
			if (frame === undefined) break;
			this.#perform(frame);
		}
		this.#send();
		if (this.#queue.length <= QUEUE_LIMIT && this.#socket.isPaused()) this.#socket.resume();
		if (this.#isDoomed || this.#socket.readableEnded) this.#finishWhenIdle();
	}

	/** Responses come after the reports that were made before them. */
	#send(): void {
		if (this.#responses.length === 0) return;
		const responses = this.#responses;
		this.#responses = [];
		this.reports.flush();
		if (this.#socket.destroyed || this.#socket.writableEnded) return;
		this.#socket.write(
			responses.length === 1 ? (responses[0] ?? new Uint8Array()) : Buffer.concat(responses),
		);
	}
}
