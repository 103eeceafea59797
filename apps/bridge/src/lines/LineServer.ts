import { createServer, type Server, type Socket } from "node:net";
import type { Clock } from "@gpioscope/client";
import type { Desk } from "../sessions/Desk.ts";
import { LineConnection } from "./LineConnection.ts";
import { LineDesk } from "./LineDesk.ts";
import { type LineDialectName, lineDialects } from "./lineDialects.ts";
import { listenOnSocketFile } from "./socketFile.ts";

/** How the line server was asked for. */
export interface LineServerConfig {
	/** Path of its Unix socket. */
	readonly socket: string;
	/** Name or number of the group that may use it besides the owner. Default: the owner's own. */
	readonly group?: string;
	/** Id of the target whose pins it offers. Default: the first. */
	readonly target?: string;
	readonly dialect: LineDialectName;
}

export interface LineServerOptions {
	readonly config: LineServerConfig;
	readonly desk: Desk;
	readonly clock: Clock;
	onFault(error: unknown): void;
}

/** Programs at once; each costs little, but a script that leaks them should hear of it. */
export const MOST_CONNECTIONS = 128;

/** rpi-gpiod's ASCII protocol on a Unix socket, for scripts on the same computer. */
export class LineServer {
	readonly #options: LineServerOptions;
	readonly #desk: LineDesk;
	readonly #server: Server;
	readonly #connections = new Set<LineConnection>();

	constructor(options: LineServerOptions) {
		this.#options = options;
		this.#desk = new LineDesk(options.desk, lineDialects[options.config.dialect], options.onFault);
		// A program that has sent all it wants to still waits for its answers.
		this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#welcome(socket));
	}

	/** How many programs are connected. */
	get count(): number {
		return this.#connections.size;
	}

	/** Begins to listen. @throws SocketFileError */
	async listen(): Promise<void> {
		const { socket, group } = this.#options.config;
		await listenOnSocketFile(this.#server, socket, group);
		this.#server.on("error", this.#options.onFault);
	}

	/** Cuts all connections and removes the socket file. */
	async close(): Promise<void> {
		for (const connection of this.#connections) connection.close();
		if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
	}

	#welcome(socket: Socket): void {
		if (this.#connections.size >= MOST_CONNECTIONS) {
			socket.on("error", () => socket.destroy());
			// The other side need not end its own: it would keep the socket, and the server from closing.
			const refusal = `ERROR - ${MOST_CONNECTIONS} programs are connected already\n`;
			socket.end(refusal, () => socket.destroy());
			return;
		}
		const { clock, onFault } = this.#options;
		const connection = new LineConnection(socket, this.#desk, clock, onFault, () => {
			this.#connections.delete(connection);
			if (this.#connections.size === 0) this.#desk.leave().catch(onFault);
		});
		this.#connections.add(connection);
	}
}
