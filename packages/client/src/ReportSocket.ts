import type { Socket } from "node:net";
import {
	decodeResponse,
	encodeRequest,
	REPORT_BYTES,
	ReportParser,
	type ReportSink,
	ResponseParser,
} from "@gpioscope/protocol";
import { type Destination, daemonGone, silence } from "./connectionCauses.ts";
import { ConnectionError } from "./errors.ts";
import { openSocket } from "./openSocket.ts";

const OPEN = "openNotification";
const RESPONSE_BYTES = 16;

/**
 * A connection that carries the reports of one notification handle. It is always drained: a reader that pauses
 * stops the reports of every program on that Pi.
 */
export class ReportSocket {
	/** The notification handle, for the commands that begin, pause and close it. */
	readonly handle: number;
	/** Settles when the connection is over, with the reason. Never rejects. */
	readonly ended: Promise<ConnectionError>;
	readonly #socket: Socket;
	readonly #reply: HandleReply;

	/**
	 * @param sink called with the reports as they come; none before this resolves
	 * @throws ConnectionError, or PigpioError when no handle is free
	 */
	static async open(destination: Destination, timeoutMs: number, sink: ReportSink): Promise<ReportSocket> {
		const reply = new HandleReply(sink);
		const { socket } = await openSocket(destination, timeoutMs, (chunk) => reply.receive(chunk));
		const ended = endOf(socket, destination);
		socket.write(encodeRequest(OPEN, {}));
		const timer = setTimeout(() => socket.destroy(new Error(silence(destination).message)), timeoutMs);
		try {
			const handle = await Promise.race([reply.handle, ended.then((reason) => Promise.reject(reason))]);
			return new ReportSocket(socket, handle, ended, reply);
		} catch (error) {
			socket.destroy();
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	private constructor(socket: Socket, handle: number, ended: Promise<ConnectionError>, reply: HandleReply) {
		this.#socket = socket;
		this.handle = handle;
		this.ended = ended;
		this.#reply = reply;
	}

	/** Closing the socket frees the handle at once. No report is handed on afterwards. */
	close(): void {
		this.#reply.silence();
		this.#socket.destroy();
	}
}

/** Finds the reply to NOIB in the stream, then hands on reports. */
class HandleReply {
	readonly handle: Promise<number>;
	readonly #sink: ReportSink;
	readonly #reports = new ReportParser();
	#start: Uint8Array | undefined = new Uint8Array();
	#isSilent = false;
	#resolve: (handle: number) => void = () => {};
	#reject: (error: unknown) => void = () => {};

	constructor(sink: ReportSink) {
		this.#sink = sink;
		this.handle = new Promise((resolve, reject) => {
			this.#resolve = resolve;
			this.#reject = reject;
		});
		// The waiter may be gone already when the socket ends first.
		this.handle.catch(() => {});
	}

	receive(chunk: Uint8Array): void {
		if (this.#isSilent) return;
		if (this.#start === undefined) {
			this.#reports.push(chunk, this.#sink);
			return;
		}
		const bytes = Buffer.concat([this.#start, chunk]);
		const replyAt = replyOffset(bytes);
		if (bytes.length < replyAt + RESPONSE_BYTES) {
			this.#start = bytes;
			return;
		}
		this.#start = undefined;
		try {
			const [frame] = new ResponseParser().push(bytes.subarray(replyAt, replyAt + RESPONSE_BYTES));
			if (frame === undefined) throw new Error("The reply to NOIB is incomplete.");
			this.#resolve(decodeResponse(OPEN, frame));
		} catch (error) {
			this.#reject(error);
		}
		this.#reports.push(bytes.subarray(replyAt + RESPONSE_BYTES), this.#sink);
	}

	silence(): void {
		this.#isSilent = true;
	}
}

/**
 * A new handle inherits the event mask of the slot's last owner, so reports may come before the reply. They count from
 * 0, and the reply begins with the command's number.
 */
function replyOffset(bytes: Uint8Array): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let offset = 0;
	while (bytes.length >= offset + 4 && view.getUint16(offset, true) !== NOIB) offset += REPORT_BYTES;
	return offset;
}

const NOIB = 99;

function endOf(socket: Socket, destination: Destination): Promise<ConnectionError> {
	return new Promise((resolve) => {
		let cause: Error | undefined;
		socket.on("error", (error) => {
			cause = error;
		});
		socket.once("end", () => socket.destroy());
		socket.once("close", () =>
			resolve(new ConnectionError(daemonGone(destination), cause === undefined ? {} : { cause })),
		);
	});
}
