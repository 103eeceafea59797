import { once } from "node:events";
import type { Socket } from "node:net";
import type { Clock } from "@gpioscope/client";
import type { LineDesk } from "./LineDesk.ts";
import { LineInterrupts } from "./LineInterrupts.ts";
import { LineSplitter, type SplitLine } from "./LineSplitter.ts";
import { isWholeCommand, lineProblems, parseLine } from "./parseLine.ts";

/** A whole command without an end of line is carried out when nothing has followed for this long. */
export const UNENDED_MS = 200;

/** One program on the socket: its lines are carried out one after the other and answered in their order. */
export class LineConnection {
	readonly #socket: Socket;
	readonly #desk: LineDesk;
	readonly #clock: Clock;
	readonly #splitter = new LineSplitter();
	readonly #interrupts: LineInterrupts;
	/** What came first is done first. */
	#turn: Promise<void> = Promise.resolve();
	#cancelWait: () => void = () => {};

	constructor(
		socket: Socket,
		desk: LineDesk,
		clock: Clock,
		onFault: (error: unknown) => void,
		onClose: () => void,
	) {
		this.#socket = socket;
		this.#desk = desk;
		this.#clock = clock;
		this.#interrupts = new LineInterrupts(socket, desk.edges);
		const inTurn = (run: () => Promise<void>) => {
			this.#turn = this.#turn.then(run).catch(onFault);
			return this.#turn;
		};
		socket.on("data", (bytes) => {
			this.#cancelWait();
			// Nothing more is read while this is carried out, so that a flood of commands waits in the kernel.
			socket.pause();
			inTurn(async () => {
				await this.#carryOut(this.#splitter.take(bytes));
				this.#awaitEnd(inTurn);
				socket.resume();
			});
		});
		socket.once("end", () => {
			this.#cancelWait();
			inTurn(async () => {
				await this.#carryOut(this.#splitter.end());
				socket.end();
			});
		});
		socket.on("error", () => {
			// The other side is gone; close follows.
		});
		socket.once("close", () => {
			this.#cancelWait();
			this.#interrupts.clear();
			onClose();
		});
	}

	/** Cuts the connection. */
	close(): void {
		this.#socket.destroy();
	}

	async #carryOut(lines: readonly SplitLine[]): Promise<void> {
		for (const line of lines) {
			if (this.#socket.destroyed) return;
			const answer = await this.#answer(line);
			// A reader that is slow gets no further commands carried out, so that answers do not pile up.
			if (!this.#socket.write(answer)) await drained(this.#socket);
		}
	}

	async #answer(line: SplitLine): Promise<string> {
		if ("tooLong" in line) return `ERROR - ${lineProblems.tooLong}\n`;
		const parsed = parseLine(line.text, (pin) => this.#desk.isPin(pin));
		const lines =
			"problem" in parsed
				? [`ERROR - ${parsed.problem}`]
				: await this.#desk.answer(parsed.command, this.#interrupts);
		const prefix = parsed.id === undefined ? "" : `${parsed.id} `;
		return lines.map((each) => `${prefix}${each}\n`).join("");
	}

	/** Programs that send a command without an end of line want it carried out all the same. */
	#awaitEnd(inTurn: (run: () => Promise<void>) => void): void {
		if (!isWholeCommand(this.#splitter.rest)) return;
		this.#cancelWait = this.#clock.after(UNENDED_MS, () =>
			inTurn(() => this.#carryOut(this.#splitter.end())),
		);
	}
}

/** Resolves when there is room again, or nobody left to wait for. */
async function drained(socket: Socket): Promise<void> {
	const done = new AbortController();
	const options = { signal: done.signal };
	const ignore = () => {
		// Only the signal ends the one that lost.
	};
	const room = once(socket, "drain", options);
	const gone = once(socket, "close", options);
	await Promise.race([room, gone]).finally(() => done.abort());
	await Promise.all([room.catch(ignore), gone.catch(ignore)]);
}
