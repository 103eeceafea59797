import { chmodSync, existsSync, statSync, unlinkSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { dirname } from "node:path";
import type { ControlChannel } from "./ControlChannel.ts";
import { ControlError } from "./ControlError.ts";
import type { ControlAddress } from "./controlAddress.ts";
import { LineReader } from "./LineReader.ts";

/** Only the user who started the simulator may use its socket file. */
const OWNER_ONLY = 0o600;
/** What may wait for a client that does not read before it is cut. */
const UNREAD_BYTES = 4 * 1024 * 1024;

/** The control channel as a socket: one JSON object a line, in both directions. */
export class ControlServer {
	readonly #channel: ControlChannel;
	readonly #onError: (error: unknown) => void;
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();

	/** @param onError is told when a client cannot be accepted */
	constructor(channel: ControlChannel, onError: (error: unknown) => void) {
		this.#channel = channel;
		// A client that has said all it wants still gets its answers, and the events it subscribed to.
		this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
		this.#onError = onError;
	}

	/** Begins to listen. @returns the port or the path; rejects if it cannot be had */
	async listen(address: ControlAddress): Promise<number | string> {
		if ("path" in address) {
			const folder = dirname(address.path);
			// The system itself would speak of missing rights.
			if (!existsSync(folder)) {
				throw new Error(`cannot make the socket ${address.path}: there is no folder ${folder}; make it`);
			}
			await removeStale(address.path);
		}
		await new Promise<void>((resolve, reject) => {
			this.#server.once("error", reject);
			this.#server.listen(address, () => {
				this.#server.off("error", reject);
				this.#server.on("error", this.#onError);
				resolve();
			});
		});
		if ("path" in address) {
			chmodSync(address.path, OWNER_ONLY);
			return address.path;
		}
		return (this.#server.address() as AddressInfo).port;
	}

	/** Ends all connections and frees the port or path. */
	async close(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
		for (const socket of this.#sockets) socket.destroy();
		await closed;
	}

	#accept(socket: Socket): void {
		this.#sockets.add(socket);
		const send = (message: unknown) => {
			if (socket.destroyed || socket.writableEnded) return;
			socket.write(`${JSON.stringify(message)}\n`);
			if (socket.writableLength > UNREAD_BYTES) socket.destroy();
		};
		const session = this.#channel.open(send);
		/** Operations that are not answered yet. */
		let underway = 0;
		const endWhenDone = () => {
			if (socket.readableEnded && underway === 0 && !session.isSubscribed) socket.end();
		};
		/** Whatever speaks no JSON here, such as a browser led astray, is not listened to any longer. */
		const refuse = (message: string) => {
			const { code, remedy } = new ControlError("malformed", message);
			send({ id: null, error: { code, message, remedy } });
			socket.end();
		};
		const lines = new LineReader((line) => {
			const request = parse(line);
			if (request === undefined) {
				refuse("This is no JSON object.");
				return false;
			}
			const { id = null, ...operation } = request;
			underway++;
			void session.perform(operation).then((outcome) => {
				underway--;
				send({ id, ...outcome });
				endWhenDone();
			});
			return true;
		});
		socket.setEncoding("utf8");
		socket.on("data", (text) => {
			if (!lines.push(String(text))) refuse("A line has more than a million characters.");
		});
		socket.on("end", endWhenDone);
		socket.on("error", () => socket.destroy());
		socket.on("close", () => {
			session.close();
			this.#sockets.delete(socket);
		});
	}
}

function parse(line: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(line);
		const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
		return isObject ? (value as Record<string, unknown>) : undefined;
	} catch {
		// The caller says so to the client.
		return undefined;
	}
}

/** Removes a socket file that a simulator left behind which was killed. */
async function removeStale(path: string): Promise<void> {
	if (!statSync(path, { throwIfNoEntry: false })?.isSocket()) return;
	const isUsed = await new Promise<boolean>((resolve) => {
		const socket = connect(path);
		socket.once("connect", () => {
			socket.destroy();
			resolve(true);
		});
		// Anything but a refusal, such as missing rights, says nothing of whether somebody listens.
		socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "ECONNREFUSED"));
	});
	if (!isUsed) unlinkSync(path);
}
