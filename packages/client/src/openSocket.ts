import { lookup } from "node:dns/promises";
import { connect, isIP, type OnReadOpts, type Socket } from "node:net";
import { causeOfRefusal, type Destination, silence } from "./connectionCauses.ts";
import { ConnectionError } from "./errors.ts";

/** A socket that is connected, and which of the host's addresses answered. */
export interface OpenedSocket {
	readonly socket: Socket;
	readonly address: string;
}

/** Called with each chunk; the memory is reused, so it must be consumed before returning. */
export type ChunkReader = (chunk: Uint8Array) => void;

const READ_BUFFER_BYTES = 256 * 1024;

/**
 * Connects to pigpiod by the first of the host's addresses that answers. `pigpiod -l` listens on ::1 alone and
 * `-n` on IPv4 alone, so a name is tried by both families.
 * @throws ConnectionError when none answers
 */
export async function openSocket(
	destination: Destination,
	timeoutMs: number,
	onChunk: ChunkReader,
	signal?: AbortSignal,
): Promise<OpenedSocket> {
	const errors: unknown[] = [];
	for (const address of await addressesOf(destination, errors)) {
		try {
			return { socket: await openOne(address, destination.port, timeoutMs, onChunk, signal), address };
		} catch (error) {
			errors.push(error);
		}
	}
	throw new ConnectionError(causeOfRefusal(destination, errors), { cause: errors[0] });
}

async function addressesOf({ host }: Destination, errors: unknown[]): Promise<string[]> {
	if (host === "localhost") return ["::1", "127.0.0.1"];
	if (isIP(host) !== 0) return [host];
	try {
		return (await lookup(host, { all: true })).map(({ address }) => address);
	} catch (error) {
		errors.push(error);
		return [];
	}
}

function openOne(
	host: string,
	port: number,
	timeoutMs: number,
	onChunk: ChunkReader,
	signal: AbortSignal | undefined,
): Promise<Socket> {
	return new Promise((resolve, reject) => {
		// onread keeps one buffer for the life of the socket: at 12 MB/s this halves the cost of reading.
		const buffer = Buffer.allocUnsafeSlow(READ_BUFFER_BYTES);
		// Replies to commands one by one are of one length, mostly.
		let chunk = buffer.subarray(0, 0);
		const onread: OnReadOpts = {
			buffer,
			callback(length) {
				if (chunk.length !== length) chunk = buffer.subarray(0, length);
				onChunk(chunk);
				return true;
			},
		};
		const socket = connect({
			host,
			port,
			noDelay: true,
			keepAlive: true,
			keepAliveInitialDelay: 10_000,
			onread,
		});
		const timer = setTimeout(
			() => socket.destroy(Object.assign(new Error(silence({ host, port }).message), { code: "ETIMEDOUT" })),
			timeoutMs,
		);
		const abort = () => socket.destroy(new Error("The client was closed."));
		if (signal?.aborted === true) abort();
		signal?.addEventListener("abort", abort);
		const settle = () => {
			clearTimeout(timer);
			signal?.removeEventListener("abort", abort);
		};
		const failed = (error: Error) => {
			settle();
			reject(error);
		};
		socket.once("error", failed);
		socket.once("connect", () => {
			settle();
			socket.removeListener("error", failed);
			resolve(socket);
		});
	});
}
