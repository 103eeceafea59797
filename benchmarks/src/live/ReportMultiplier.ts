import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

const REPORT_BYTES = 12;
const REPLY_BYTES = 16;
/** The command by which a connection becomes one of reports. */
const NOIB = 99;
/** Lines that change before each change of the daemon's, all different from one another and from it. */
const BETWEEN = [0b0100, 0b1000, 0b1100] as const;

/** For each change a daemon reports, so many are passed on. */
export const FACTOR = BETWEEN.length + 1;

/**
 * Stands between a daemon and its client and makes several reports of each change, all with its tick: more than a
 * daemon can have, whose clock has a million ticks a second.
 */
export class ReportMultiplier {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();

	private constructor(server: Server) {
		this.#server = server;
	}

	/** @param daemon port of the daemon on this machine. */
	static async start(daemon: number): Promise<ReportMultiplier> {
		const server = createServer();
		const multiplier = new ReportMultiplier(server);
		server.on("connection", (client) => multiplier.#relay(client, daemon));
		server.listen(0, "127.0.0.1");
		await once(server, "listening");
		return multiplier;
	}

	get port(): number {
		return (this.#server.address() as AddressInfo).port;
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		this.#server.close();
		await once(this.#server, "close");
	}

	#relay(client: Socket, port: number): void {
		const daemon = connect(port, "127.0.0.1");
		let reports: ReportStream | undefined;
		client.once("data", (request) => {
			if (request.readUInt32LE(0) === NOIB) reports = new ReportStream();
		});
		client.on("data", (request) => daemon.write(request));
		daemon.on("data", (answer) => client.write(reports === undefined ? answer : reports.multiply(answer)));
		for (const [socket, other] of [
			[client, daemon],
			[daemon, client],
		] as const) {
			this.#sockets.add(socket);
			socket.setNoDelay(true);
			// Whichever goes takes the other along.
			socket.on("error", () => other.destroy());
			socket.on("close", () => {
				other.destroy();
				this.#sockets.delete(socket);
			});
		}
	}
}

/** What comes on a connection of reports: the reply to its request, then reports without end. */
class ReportStream {
	#rest: Buffer = Buffer.alloc(0);
	#isReplied = false;
	#number = 0;
	#level = 0;

	multiply(chunk: Buffer): Buffer {
		const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
		const begin = this.#isReplied ? 0 : REPLY_BYTES;
		if (bytes.length < begin) {
			this.#rest = bytes;
			return Buffer.alloc(0);
		}
		this.#isReplied = true;
		const count = Math.floor((bytes.length - begin) / REPORT_BYTES);
		const end = begin + count * REPORT_BYTES;
		this.#rest = Buffer.from(bytes.subarray(end));
		const source = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
		const target = Buffer.allocUnsafe(begin + FACTOR * count * REPORT_BYTES);
		bytes.copy(target, 0, 0, begin);
		const view = new DataView(target.buffer, target.byteOffset, target.length);
		let to = begin;
		const put = (flags: number, tick: number, level: number): void => {
			view.setUint16(to, this.#number++ & 0xffff, true);
			view.setUint16(to + 2, flags, true);
			view.setUint32(to + 4, tick, true);
			view.setUint32(to + 8, level, true);
			to += REPORT_BYTES;
		};
		for (let from = begin; from < end; from += REPORT_BYTES) {
			const flags = source.getUint16(from + 2, true);
			const tick = source.getUint32(from + 4, true);
			const level = source.getUint32(from + 8, true);
			if (flags === 0) {
				for (const mask of BETWEEN) put(0, tick, this.#level ^ mask);
				this.#level = level;
			}
			put(flags, tick, level);
		}
		return target.subarray(0, to);
	}
}
