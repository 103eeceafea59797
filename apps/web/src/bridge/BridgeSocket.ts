import {
	type ClientMessage,
	parseServerMessage,
	type ServerMessage,
	type ServerMessageOf,
	SUBPROTOCOL,
} from "@gpioscope/protocol";
import type { SocketState } from "../stores/connectionStore.ts";

/** As much of a WebSocket as is used here. */
export type SocketLike = Pick<
	WebSocket,
	"binaryType" | "readyState" | "onopen" | "onmessage" | "onclose" | "send" | "close"
>;

export interface BridgeSocketOptions {
	readonly open: (url: string, subprotocol: string) => SocketLike;
	/** Whether the bridge answers at all: a refused WebSocket gives no reason, so this tells "away" from "no". */
	readonly isReachable: () => Promise<boolean>;
	readonly onState: (state: SocketState) => void;
	readonly onMessage: (message: ServerMessage) => void;
	/** What the bridge answers to the socket's own requests, which are no messages to the page. */
	readonly onAnswer: (message: ServerMessageOf<"result">) => void;
	readonly onBlock: (bytes: Uint8Array) => void;
	readonly onFault: (message: string) => void;
	/** Delay before the second attempt in milliseconds; doubles up to LONGEST_DELAY. */
	readonly firstDelay?: number;
}

const FIRST_DELAY = 250;
const LONGEST_DELAY = 5000;
/** How often silence is looked for, and after how much of it the connection counts as dead. Milliseconds. */
const WATCH_EVERY = 5000;
const SILENCE = 20_000;
/** Ids from here on are the socket's own. */
const OWN_IDS = 2 ** 40;
/** One refusal may be a bridge that is just starting. */
const REFUSALS = 2;

/** The connection to the bridge: comes back by itself until the bridge refuses it. */
export class BridgeSocket {
	readonly #options: BridgeSocketOptions;
	#url = "";
	#socket: SocketLike | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#watch: ReturnType<typeof setInterval> | undefined;
	#ended: () => void = () => undefined;
	#attempt = 0;
	#refusals = 0;
	#lastHeard = 0;
	#nextId = OWN_IDS;

	constructor(options: BridgeSocketOptions) {
		this.#options = options;
	}

	connect(url: string): void {
		this.#url = url;
		this.reconnect();
	}

	/** Tries now, if not connected. */
	reconnect(): void {
		if (this.#socket !== undefined || this.#url === "") return;
		clearTimeout(this.#timer);
		this.#options.onState(
			this.#attempt === 0
				? { kind: "connecting" }
				: { kind: "retrying", attempt: this.#attempt, retryAt: Date.now() },
		);
		this.#start();
	}

	/** Sends; false when there is no connection. */
	send(message: ClientMessage): boolean {
		if (this.#socket?.readyState !== 1) return false;
		this.#socket.send(JSON.stringify(message));
		return true;
	}

	/** Asks for the blocks of a target that come after the one given. Returns the id that the result bears. */
	subscribe(target: string, since: { readonly epoch: number; readonly block: number } | undefined): number {
		const id = this.#nextId++;
		this.send({ op: "subscribe", id, target, ...(since && { since }) });
		return id;
	}

	close(): void {
		clearTimeout(this.#timer);
		clearInterval(this.#watch);
		this.#url = "";
		this.#socket?.close();
		this.#socket = undefined;
	}

	#start(): void {
		let socket: SocketLike;
		let greeted = false;
		try {
			socket = this.#options.open(this.#url, SUBPROTOCOL);
		} catch (error) {
			this.#options.onState({ kind: "refused", reason: `The bridge's address is wrong: ${String(error)}` });
			return;
		}
		this.#socket = socket;
		socket.binaryType = "arraybuffer";
		socket.onmessage = ({ data }) => {
			this.#lastHeard = Date.now();
			if (typeof data !== "string") return this.#options.onBlock(new Uint8Array(data as ArrayBuffer));
			greeted = this.#read(data) || greeted;
		};
		this.#ended = () => {
			if (this.#socket !== socket) return;
			this.#socket = undefined;
			clearInterval(this.#watch);
			if (greeted) this.#attempt = 0;
			void this.#comeBack(greeted);
		};
		socket.onclose = this.#ended;
	}

	/** Returns whether it was the greeting. */
	#read(text: string): boolean {
		const parsed = parseServerMessage(text);
		if (!parsed.ok) {
			this.#options.onFault(
				`The bridge sent something that this page cannot read: ${parsed.misread.message}`,
			);
			return false;
		}
		const { message } = parsed;
		if ((message.op === "result" || message.op === "error") && (message.id ?? 0) >= OWN_IDS) {
			if (message.op === "error") this.#options.onFault(`The bridge sends no data: ${message.message}`);
			else this.#options.onAnswer(message);
			return false;
		}
		const isGreeting = message.op === "hello";
		if (isGreeting) {
			this.#refusals = 0;
			this.#options.onState({ kind: "open" });
			this.#watchForSilence();
		}
		this.#options.onMessage(message);
		return isGreeting;
	}

	async #comeBack(hadGreeted: boolean): Promise<void> {
		if (this.#url === "") return;
		this.#attempt++;
		const refusedSoFar = hadGreeted || !(await this.#options.isReachable()) ? 0 : this.#refusals + 1;
		if (this.#socket !== undefined || this.#url === "") return;
		this.#refusals = refusedSoFar;
		if (refusedSoFar >= REFUSALS) {
			this.#options.onState({
				kind: "refused",
				reason: "gpioscope does not let this page in: it has no token, or one from an earlier start.",
			});
			return;
		}
		const { firstDelay = FIRST_DELAY } = this.#options;
		const delay = Math.min(LONGEST_DELAY, firstDelay * 2 ** Math.min(10, this.#attempt - 1));
		this.#options.onState({ kind: "retrying", attempt: this.#attempt, retryAt: Date.now() + delay });
		this.#timer = setTimeout(() => this.#start(), delay);
	}

	/** A computer that slept, or a cable that was pulled, closes nothing. */
	#watchForSilence(): void {
		this.#lastHeard = Date.now();
		clearInterval(this.#watch);
		this.#watch = setInterval(() => {
			const silence = Date.now() - this.#lastHeard;
			if (silence > SILENCE) this.#drop();
			else if (silence >= WATCH_EVERY) this.send({ op: "ping", id: this.#nextId++ });
		}, WATCH_EVERY);
	}

	/** Closing a dead connection waits long for the other side, so it is treated as closed at once. */
	#drop(): void {
		const socket = this.#socket;
		if (socket === undefined) return;
		socket.onmessage = null;
		socket.close();
		this.#ended();
	}
}
