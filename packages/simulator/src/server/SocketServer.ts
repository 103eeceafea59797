import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { Connection, type ConnectionHost } from "./Connection.ts";

/** Where the daemon listens. */
export interface ListenOptions {
	/** 0: any free port. */
	readonly port: number;
	/** The address; without it all interfaces of both families. */
	readonly host?: string | undefined;
	/** IPv4 addresses that may connect; others are closed at once. Empty: everyone. */
	readonly allowedPeers: readonly string[];
}

/** Accepts clients. */
export class SocketServer {
	readonly #server: Server;
	readonly #host: ConnectionHost;
	readonly #connections = new Map<Socket, Connection>();
	readonly #options: ListenOptions;

	constructor(options: ListenOptions, host: ConnectionHost) {
		this.#options = options;
		this.#host = host;
		// A client that has said all it wants still gets its answers.
		this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
	}

	/** Begins to listen. @returns the address taken; rejects if it cannot be had */
	async listen(): Promise<AddressInfo> {
		const { port, host } = this.#options;
		try {
			return await this.#listenOn(port, host ?? "::");
		} catch (error) {
			const noIpv6 = error instanceof Error && "code" in error && error.code === "EAFNOSUPPORT";
			if (host !== undefined || !noIpv6) throw error;
			return await this.#listenOn(port, "0.0.0.0");
		}
	}

	/** Sends the reports gathered for all connections. */
	flush(): void {
		for (const connection of this.#connections.values()) connection.reports.flush();
	}

	/** Closes all connections and stops listening. */
	async close(): Promise<void> {
		const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
		for (const socket of this.#connections.keys()) socket.destroy();
		await closed;
	}

	#listenOn(port: number, host: string): Promise<AddressInfo> {
		return new Promise((resolve, reject) => {
			this.#server.once("error", reject);
			this.#server.listen({ port, host, backlog: 100 }, () => {
				this.#server.off("error", reject);
				this.#server.on("error", (error) => this.#host.onError(error));
				const address = this.#server.address();
				if (address === null || typeof address === "string") reject(new Error("no TCP address"));
				else resolve(address);
			});
		});
	}

	#accept(socket: Socket): void {
		const { allowedPeers } = this.#options;
		const peer = socket.remoteAddress?.replace(/^::ffff:/, "");
		if (allowedPeers.length > 0 && (peer === undefined || !allowedPeers.includes(peer))) {
			socket.destroy();
			return;
		}
		this.#connections.set(socket, new Connection(socket, this.#host));
		socket.on("close", () => this.#connections.delete(socket));
	}
}
