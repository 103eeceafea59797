import type { ClientMessage, ServerMessage } from "@gpioscope/protocol";
import type { SocketLike } from "../BridgeSocket.ts";

/** One WebSocket whose other end is the test. */
export class FakeSocket implements SocketLike {
	binaryType: BinaryType = "blob";
	readyState: SocketLike["readyState"] = 0;
	onopen: WebSocket["onopen"] = null;
	onmessage: WebSocket["onmessage"] = null;
	onclose: WebSocket["onclose"] = null;
	readonly sent: ClientMessage[] = [];

	send(data: string): void {
		this.sent.push(JSON.parse(data) as ClientMessage);
	}

	close(): void {
		this.readyState = 3;
	}

	/** The bridge closes, or the way to it breaks. */
	break(): void {
		this.readyState = 3;
		this.onclose?.call(this as unknown as WebSocket, undefined as unknown as CloseEvent);
	}

	say(message: ServerMessage): void {
		this.#deliver(JSON.stringify(message));
	}

	sendBlock(bytes: Uint8Array): void {
		this.#deliver(bytes.slice().buffer);
	}

	/** Accepts the connection and greets. */
	greet(sessionId = "s1"): void {
		this.readyState = 1;
		this.say({
			op: "hello",
			version: "0.1.0",
			protocol: "gpioscope.v1",
			sessionId,
			capabilities: [],
			role: "operator",
			targets: [
				{
					id: "pi",
					name: "Simulated Pi",
					address: { host: "127.0.0.1", port: 1 },
					simulated: true,
					state: { kind: "connecting" },
				},
			],
		});
	}

	#deliver(data: string | ArrayBuffer): void {
		this.onmessage?.call(this as unknown as WebSocket, { data } as MessageEvent);
	}
}

/** Stands in for the bridge: keeps every socket that was opened. */
export class FakeBridge {
	readonly sockets: FakeSocket[] = [];
	isReachable = true;

	readonly open = (): FakeSocket => {
		const socket = new FakeSocket();
		this.sockets.push(socket);
		return socket;
	};

	/** The latest one. @throws Error when none was opened. */
	get socket(): FakeSocket {
		const socket = this.sockets.at(-1);
		if (socket === undefined) throw new Error("Nobody has connected.");
		return socket;
	}
}
