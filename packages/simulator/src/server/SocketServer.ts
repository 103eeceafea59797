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

const ALL_6 = "::";

/** Where to listen on a machine without IPv6, as the daemon does. */
function insteadOf(host: string): string | undefined {
	if (host === ALL_6) return "0.0.0.0";
	return host === "::1" ? "127.0.0.1" : undefined;
}

/** Accepts clients. */
export class SocketServer {
	readonly #host: ConnectionHost;
	readonly #connections = new Map<Socket, Connection>();
	readonly #options: ListenOptions;
	#server: Server | undefined;
	#address: AddressInfo | undefined;
	#accepted = 0;
	#opening: Promise<void> | undefined;

	constructor(options: ListenOptions, host: ConnectionHost) {
		this.#options = options;
		this.#host = host;
		host.rules.onChange = () => {
			for (const connection of this.connections) connection.rulesChanged();
		};
	}

	/** The address taken; also while the port is shut. */
	get address(): AddressInfo | undefined {
		return this.#address;
	}

	get isListening(): boolean {
		return this.#server !== undefined;
	}

	/** The clients that are connected, in the order of connecting. */
	get connections(): readonly Connection[] {
		return [...this.#connections.values()];
	}

	/** Begins to listen, again at the same address if it did before. Rejects if it cannot be had. */
	async listen(): Promise<void> {
		if (this.#server !== undefined) return;
		this.#opening ??= this.#open().finally(() => {
			this.#opening = undefined;
		});
		await this.#opening;
	}

	async #open(): Promise<void> {
		const { host } = this.#options;
		const port = this.#address?.port ?? this.#options.port;
		try {
			await this.#listenOn(port, host ?? ALL_6);
		} catch (error) {
			const noIpv6 = error instanceof Error && "code" in error && error.code === "EAFNOSUPPORT";
			const other = insteadOf(host ?? ALL_6);
			if (!noIpv6 || other === undefined) throw error;
			await this.#listenOn(port, other);
		}
	}

	/** Refuses new clients; those that are connected stay. */
	shut(): void {
		this.#server?.close();
		this.#server = undefined;
	}

	/** Cuts all connections, as a daemon does that is killed. */
	cutAll(): void {
		for (const connection of this.#connections.values()) connection.cut();
	}

	/** Sends the reports gathered for all connections. */
	flush(): void {
		for (const connection of this.#connections.values()) connection.reports.flush();
	}

	/** Closes all connections and stops listening. */
	async close(): Promise<void> {
		const server = this.#server;
		this.#server = undefined;
		const closed = new Promise<void>((resolve) => {
			if (server === undefined) resolve();
			else server.close(() => resolve());
		});
		this.cutAll();
		await closed;
	}

	#listenOn(port: number, host: string): Promise<void> {
		// A client that has said all it wants still gets its answers.
		const server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
		return new Promise((resolve, reject) => {
			server.once("error", reject);
			server.listen({ port, host, backlog: 100 }, () => {
				server.off("error", reject);
				server.on("error", (error) => this.#host.onError(error));
				const address = server.address();
				if (address === null || typeof address === "string") {
					reject(new Error("no TCP address"));
					return;
				}
				this.#server = server;
				this.#address = address;
				resolve();
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
		this.#accepted++;
		const connection = new Connection(socket, this.#accepted, this.#host);
		this.#connections.set(socket, connection);
		socket.on("close", () => {
			this.#connections.delete(socket);
			this.#host.rules.forget(connection.number);
			this.#host.errors.forget(connection.number);
		});
	}
}
