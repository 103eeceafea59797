import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { type Args, type CommandName, commandByCode, decodeArgs, RequestParser } from "@gpioscope/protocol";

/** A command as it was on the wire. */
export interface HeardCommand {
	readonly name: CommandName;
	readonly args: Args<CommandName>;
}

/** Stands before a pigpiod, hands everything on and notes the commands. */
export class CommandTap {
	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	#heard: HeardCommand[] = [];

	/** Listens on a free port for clients of the pigpiod on another one of this computer. */
	static async start(pigpiodPort: number): Promise<CommandTap> {
		const tap = new CommandTap(pigpiodPort);
		tap.#server.listen(0, "127.0.0.1");
		await once(tap.#server, "listening");
		return tap;
	}

	private constructor(pigpiodPort: number) {
		this.#server = createServer((client) => {
			const daemon = connect(pigpiodPort, "127.0.0.1");
			const parser = new RequestParser();
			for (const socket of [client, daemon]) {
				this.#sockets.add(socket);
				socket.on("error", () => {
					// What one side breaks off ends for the other one, too.
					client.destroy();
					daemon.destroy();
				});
			}
			client.on("data", (chunk) => {
				for (const frame of parser.push(chunk)) {
					const name = commandByCode(frame.code)?.name;
					if (name !== undefined) this.#heard.push({ name, args: decodeArgs(name, frame) });
				}
			});
			client.pipe(daemon).pipe(client);
		});
	}

	get port(): number {
		return (this.#server.address() as AddressInfo).port;
	}

	/** In their order. */
	get heard(): readonly HeardCommand[] {
		return this.#heard;
	}

	/** Begins anew. */
	forget(): void {
		this.#heard = [];
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		this.#server.close();
		await once(this.#server, "close");
	}
}
