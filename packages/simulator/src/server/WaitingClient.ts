import { once } from "node:events";
import { connect, type Socket } from "node:net";
import {
	type Args,
	type CommandName,
	encodeRequest,
	type ResponseFrame,
	ResponseParser,
} from "@gpioscope/protocol";

/** A client for tests that waits for its answers as long as they take: each request's in turn. */
export class WaitingClient {
	readonly #socket: Socket;
	readonly #parser = new ResponseParser();
	readonly #waiting: ((answer: ResponseFrame) => void)[] = [];

	private constructor(socket: Socket) {
		this.#socket = socket;
		socket.setNoDelay(true);
		socket.on("data", (chunk) => {
			for (const answer of this.#parser.push(chunk)) this.#waiting.shift()?.(answer);
		});
		// What was asked and not answered stays so.
		socket.on("error", () => socket.destroy());
	}

	static async open(port: number): Promise<WaitingClient> {
		const socket = connect({ port, host: "127.0.0.1" });
		await once(socket, "connect");
		return new WaitingClient(socket);
	}

	/** Sends a command. @returns its answer, of whichever result */
	ask<N extends CommandName>(name: N, args: Args<N>): Promise<ResponseFrame> {
		return this.askBytes(encodeRequest(name, args));
	}

	/** Sends a request that may be wrong in any way but its length. @returns its answer */
	askBytes(request: Uint8Array): Promise<ResponseFrame> {
		this.#socket.write(request);
		return new Promise((resolve) => this.#waiting.push(resolve));
	}

	/** Sends a command. @returns its result */
	async call<N extends CommandName>(name: N, args: Args<N>): Promise<number> {
		return (await this.ask(name, args)).result;
	}

	close(): void {
		this.#socket.destroy();
	}
}
