import {
	type BlockContent,
	decodeBlock,
	parseServerMessage,
	type ServerMessage,
	SUBPROTOCOL,
} from "@gpioscope/protocol";
import { WebSocket } from "ws";
import type { Listening } from "../createBridge.ts";

type Op = ServerMessage["op"];
type MessageOf<O extends Op> = Extract<ServerMessage, { op: O }>;

/** A page's side of the WebSocket, for tests: keeps what it hears and waits for what it wants. */
export class TestViewer {
	readonly messages: ServerMessage[] = [];
	readonly blocks: BlockContent[] = [];
	readonly socket: WebSocket;
	/** Resolves with code and reason. */
	readonly closed: Promise<string>;
	#waiting: (() => void)[] = [];
	#id = 0;

	static async join(listening: Listening): Promise<TestViewer> {
		const viewer = new TestViewer(listening);
		await viewer.until(() => viewer.messages.length > 0);
		return viewer;
	}

	private constructor({ port, token }: Listening) {
		this.socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, SUBPROTOCOL, {
			headers: { authorization: `Bearer ${token}` },
		});
		this.socket.on("message", (data, isBinary) => {
			if (isBinary) this.blocks.push(decodeBlock(data as Buffer));
			else {
				const parsed = parseServerMessage(String(data));
				if (!parsed.ok) throw new Error(`The bridge said something wrong: ${parsed.misread.message} ${data}`);
				this.messages.push(parsed.message);
			}
			this.#wake();
		});
		this.closed = new Promise((resolve) => {
			this.socket.once("close", (code, reason) => {
				resolve(`${code} ${reason}`);
				this.#wake();
			});
		});
	}

	/** Resolves when the condition holds after something was heard. */
	async until(condition: () => boolean): Promise<void> {
		while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	/** The next message of that kind that fits, or one that came already. */
	async hear<O extends Op>(
		op: O,
		fits: (message: MessageOf<O>) => boolean = () => true,
	): Promise<MessageOf<O>> {
		const find = () =>
			this.messages.find(
				(message): message is MessageOf<O> => message.op === op && fits(message as MessageOf<O>),
			);
		await this.until(() => find() !== undefined);
		return find() as MessageOf<O>;
	}

	/** Sends an operation and does not wait for its answer. Returns its id. */
	send(operation: { readonly op: string; readonly [key: string]: unknown }): number {
		const id = ++this.#id;
		this.socket.send(JSON.stringify({ id, ...operation }));
		return id;
	}

	/** Asks, and resolves with the result or error. */
	async ask(operation: { readonly op: string; readonly [key: string]: unknown }) {
		const id = this.send(operation);
		const isAnswer = (message: ServerMessage) =>
			(message.op === "result" || message.op === "error") && message.id === id;
		await this.until(() => this.messages.some(isAnswer));
		return this.messages.find(isAnswer) as MessageOf<"result"> | MessageOf<"error">;
	}

	/** Runs a pigpiod command. */
	call(command: string, args: Record<string, unknown> = {}) {
		return this.ask({ op: "call", target: "pi", command, args });
	}

	/** Epoch and number of the newest block, for coming back. */
	get position(): { epoch: number; block: number } {
		const last = this.blocks.at(-1);
		if (last === undefined) throw new Error("No block has come yet.");
		return { epoch: last.epoch, block: last.number };
	}

	/** Changes of all blocks. */
	get changes(): number {
		return this.blocks.reduce((sum, { count }) => sum + count, 0);
	}

	/** Starts blocks. */
	subscribe(since?: { epoch: number; block: number }) {
		return this.ask({ op: "subscribe", target: "pi", ...(since === undefined ? {} : { since }) });
	}

	async close(): Promise<void> {
		this.socket.close();
		await this.closed;
	}

	#wake(): void {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}
