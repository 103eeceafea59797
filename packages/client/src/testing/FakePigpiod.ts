import { createServer, type Server, type Socket } from "node:net";
import {
	type CommandName,
	commandByCode,
	encodeReport,
	encodeResponse,
	REPORT_BYTES,
	type RequestFrame,
	RequestParser,
} from "@gpioscope/protocol";
import { ChunkedWriter } from "./ChunkedWriter.ts";

/** What the fake does with a request: a result, raw bytes, or nothing at all. */
export type Answer = number | { readonly bytes: Uint8Array } | "hang" | "die";

export interface Received {
	readonly name: CommandName | undefined;
	readonly frame: RequestFrame;
	/** Which connection, counted from 0. */
	readonly connection: number;
}

const LARGEST_PIECE = 65_536;
const HIGHEST_WAVE_MODE = 3;
const NO_SUCH_WAVE = -66;

/** A scriptable daemon for tests: answers as told, splits what it sends, dies when told. */
export class FakePigpiod {
	readonly received: Received[] = [];
	/** Levels, tick and so on; changed by tests. */
	level = 0x8000_0010;
	tick = 1000;
	revision = 0xa02082;
	/** Asked first; undefined means the usual answer. One that comes late holds up its connection. */
	script: (request: Received) => Answer | Promise<Answer> | undefined = () => undefined;
	/** Whether EVT makes a report, as it does unless another reader blocks the daemon. */
	isReporting = true;

	readonly #server: Server;
	readonly #sockets = new Set<Socket>();
	readonly #writers = new Map<Socket, ChunkedWriter>();
	/** Sizes of the pieces that it sends in, over and over; undefined: each message by itself. */
	#pieceSizes: readonly number[] | undefined;
	#pieces = 0;
	readonly #handles: { socket: Socket; seqno: number }[] = [];
	#connections = 0;
	#waiting: (() => void)[] = [];

	private constructor() {
		this.#server = createServer((socket) => this.#serve(socket));
	}

	static async start(port = 0, host = "127.0.0.1"): Promise<FakePigpiod> {
		const fake = new FakePigpiod();
		await new Promise<void>((resolve, reject) => {
			fake.#server.once("error", reject);
			fake.#server.listen(port, host, resolve);
		});
		return fake;
	}

	get port(): number {
		const address = this.#server.address();
		if (address === null || typeof address === "string") throw new Error("The fake does not listen.");
		return address.port;
	}

	/** Stops listening and cuts all connections, as a killed daemon does. */
	async stop(): Promise<void> {
		this.cut();
		if (!this.#server.listening) return;
		await new Promise((resolve) => this.#server.close(resolve));
	}

	/** Cuts all connections. */
	cut(): void {
		for (const socket of this.#sockets) socket.destroy();
	}

	/** Sends a report to every open handle. */
	report(tick: number, level: number, flags = 0, skipped = 0): void {
		for (const handle of this.#handles) {
			handle.seqno = (handle.seqno + skipped) & 0xffff;
			const bytes = new Uint8Array(REPORT_BYTES);
			encodeReport(new DataView(bytes.buffer), 0, { seqno: handle.seqno, flags, tick, level });
			handle.seqno = (handle.seqno + 1) & 0xffff;
			this.#write(handle.socket, bytes);
		}
	}

	/**
	 * Sends many reports to every open handle, one microsecond apart, and resolves when the readers have taken them.
	 * @param levelAt the level word of the i-th
	 */
	async flood(tick: number, count: number, levelAt: (i: number) => number): Promise<void> {
		const bytes = new Uint8Array(count * REPORT_BYTES);
		const view = new DataView(bytes.buffer);
		await Promise.all(
			this.#handles.map((handle) => {
				for (let i = 0; i < count; i++) {
					const report = { seqno: handle.seqno, flags: 0, tick: (tick + i) >>> 0, level: levelAt(i) >>> 0 };
					encodeReport(view, i * REPORT_BYTES, report);
					handle.seqno = (handle.seqno + 1) & 0xffff;
				}
				return new Promise<void>((resolve) => handle.socket.write(bytes, () => resolve()));
			}),
		);
	}

	/** Resolves when a request of that name has come. */
	async waitFor(name: CommandName): Promise<Received> {
		for (;;) {
			const found = this.received.find((each) => each.name === name);
			if (found !== undefined) return found;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
	}

	/** Resolves when just so many connections are open. */
	async waitForConnections(count: number): Promise<void> {
		while (this.#sockets.size !== count) await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	/** Cuts what it sends into pieces of these sizes from now on, the first of them first. */
	cutInto(sizes: readonly number[]): void {
		this.#pieceSizes = sizes;
		this.#pieces = 0;
	}

	names(): (CommandName | undefined)[] {
		return this.received.map(({ name }) => name);
	}

	#serve(socket: Socket): void {
		const connection = this.#connections++;
		this.#sockets.add(socket);
		const parser = new RequestParser();
		let answered: Promise<void> | undefined;
		socket.setNoDelay(true);
		socket.on("error", () => {});
		socket.on("close", () => {
			this.#sockets.delete(socket);
			this.#writers.delete(socket);
			for (const resolve of this.#waiting.splice(0)) resolve();
			const at = this.#handles.findIndex((handle) => handle.socket === socket);
			if (at >= 0) this.#handles.splice(at, 1);
		});
		socket.on("data", (chunk) => {
			for (const frame of parser.push(chunk)) {
				const request = { name: commandByCode(frame.code)?.name, frame, connection };
				this.received.push(request);
				for (const resolve of this.#waiting.splice(0)) resolve();
				const answer = this.script(request) ?? this.#usual(socket, request);
				// One connection is answered in order: what comes behind a late answer waits for it.
				if (answered === undefined && !(answer instanceof Promise)) this.#answer(socket, request, answer);
				else {
					const before = answered;
					answered = (async () => {
						await before;
						this.#answer(socket, request, await answer);
					})();
				}
			}
		});
	}

	#answer(socket: Socket, request: Received, answer: Answer): void {
		if (answer === "hang") return;
		if (answer === "die") {
			socket.destroy();
			return;
		}
		const { code, p1, p2 } = request.frame;
		const bytes =
			typeof answer === "number"
				? encodeResponse({ code, p1, p2, result: answer, data: new Uint8Array() })
				: answer.bytes;
		this.#write(socket, bytes);
		if (request.name === "triggerEvent" && this.isReporting) {
			this.report(this.tick, this.level, 0x80 | p1);
		}
	}

	#usual(socket: Socket, { name, frame }: Received): number {
		if (name === "sendWaveUsingMode" && frame.p2 > HIGHEST_WAVE_MODE) return NO_SUCH_WAVE;
		if (name === "getVersion") return 79;
		if (name === "getHardwareRevision") return this.revision;
		if (name === "getTick") return this.tick;
		if (name === "readBank1") return this.level | 0;
		if (name === "openNotification") return this.#handles.push({ socket, seqno: 0 }) - 1;
		return 0;
	}

	#write(socket: Socket, bytes: Uint8Array): void {
		const writer = this.#writers.get(socket);
		if (writer !== undefined) writer.push(bytes);
		else if (this.#pieceSizes === undefined) socket.write(bytes);
		else {
			const cutting = new ChunkedWriter(socket, () => {
				const sizes = this.#pieceSizes ?? [];
				return sizes[this.#pieces++ % sizes.length] ?? LARGEST_PIECE;
			});
			this.#writers.set(socket, cutting);
			cutting.push(bytes);
		}
	}
}
