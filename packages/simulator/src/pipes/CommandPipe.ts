import { writeSync } from "node:fs";
import { Socket } from "node:net";
import { commands, pigpioErrors, ScriptText } from "@gpioscope/protocol";
import { performRequest } from "../handlers/performLocally.ts";
import { BUFFER_BYTES, Request } from "../handlers/Request.ts";
import type { Machine } from "../Machine.ts";
import { type Fifo, writeOrDrop } from "./fifo.ts";
import { formatPipeAnswer } from "./formatPipeAnswer.ts";
import { type PipeCommand, parsePipeCommand } from "./parsePipeCommand.ts";

const BAD_FIFO_COMMAND = -29;
/** The daemon's names and rights of its pipes. */
const pipes = {
	commands: { name: "pigpio", rights: "662" },
	answers: { name: "pigout", rights: "664" },
	errors: { name: "pigerr", rights: "664" },
} as const;

/** What the daemon's pipes for commands are joined to. */
type Host = Pick<Machine, "daemon" | "catchUp" | "wake">;

/**
 * The daemon's commands by text: lines in the syntax of `pigs` written to dev/pigpio are performed one after another,
 * and what they answer can be read from dev/pigout. What is refused is told in words in dev/pigerr.
 */
export class CommandPipe {
	readonly #host: Host;
	readonly #socket: Socket;
	readonly #answers: Fifo;
	readonly #errors: Fifo;
	readonly #buffer = new Uint8Array(BUFFER_BYTES);
	#pending = "";
	#isBusy = false;
	#isClosed = false;

	private constructor(host: Host, input: Fifo, answers: Fifo, errors: Fifo) {
		this.#host = host;
		this.#answers = answers;
		this.#errors = errors;
		this.#socket = new Socket({ fd: input.handOver(), readable: true, writable: false });
		this.#socket.setEncoding("latin1");
		this.#socket.on("data", (text: string) => this.#receive(text));
	}

	/** Makes the three pipes. Rejects with an error that says why they cannot be made. */
	static async open(host: Host): Promise<CommandPipe> {
		const { pipes: made } = host.daemon;
		const fifos: Fifo[] = [];
		try {
			for (const { name, rights } of [pipes.answers, pipes.errors, pipes.commands]) {
				fifos.push(await made.open(name, rights));
			}
		} catch (error) {
			for (const fifo of fifos) fifo.remove();
			throw error;
		}
		const [answers, errors, input] = fifos as [Fifo, Fifo, Fifo];
		return new CommandPipe(host, input, answers, errors);
	}

	/** Whether a line is being performed. */
	get isBusy(): boolean {
		return this.#isBusy;
	}

	/** Performs nothing any more. The pipes go with all the daemon has. */
	close(): void {
		this.#isClosed = true;
		this.#socket.destroy();
	}

	#receive(text: string): void {
		this.#pending += text;
		// The writer waits, as it does for a daemon that is busy.
		if (this.#isBusy && this.#pending.length > BUFFER_BYTES) this.#socket.pause();
		if (this.#isBusy) return;
		this.#host.catchUp();
		this.#next();
	}

	/** Performs the next complete line at the moment that is being played. */
	#next(): void {
		if (this.#pending.length <= BUFFER_BYTES) this.#socket.resume();
		const end = this.#pending.indexOf("\n");
		if (end < 0 && this.#pending.length < BUFFER_BYTES) return;
		// What fills the daemon's buffer is a line whatever follows, and loses its last character.
		const length = end < 0 || end >= BUFFER_BYTES ? BUFFER_BYTES - 1 : end + 1;
		const line = this.#pending.slice(0, length - 1);
		this.#pending = this.#pending.slice(length);
		this.#isBusy = true;
		this.#perform(new ScriptText(line), line, "");
	}

	/** Performs the commands of a line from where `text` stands; `said` is what those before it answered. */
	#perform(text: ScriptText, line: string, said: string): void {
		if (this.#isClosed) return;
		if (text.isAtEnd) {
			this.#finish(said);
			return;
		}
		const command = parsePipeCommand(text);
		if (command === undefined) {
			this.#complain(`not understood: ${line}`);
			this.#finish(`${said}${BAD_FIFO_COMMAND}\n`);
			return;
		}
		performRequest(this.#host.daemon, this.#requestOf(command), (result, data) => {
			this.#judge(command, result);
			this.#perform(text, line, said + formatPipeAnswer(command.name, result, data));
		});
		this.#host.wake();
	}

	#requestOf({ name, p1, p2, extension }: PipeCommand): Request {
		const bytes = extension.subarray(0, BUFFER_BYTES - 1);
		this.#buffer.set(bytes);
		this.#buffer[bytes.length] = 0;
		return new Request(commands[name].code, p1, p2, bytes.length, this.#buffer, undefined);
	}

	#judge({ name }: PipeCommand, result: number): void {
		const { mnemonic, result: kind } = commands[name];
		if (result < 0 && !kind.unsigned) {
			this.#complain(`${mnemonic}: ${pigpioErrors[result]?.text ?? "refused"} (${result})`);
		}
	}

	#finish(said: string): void {
		this.#write(this.#answers, said);
		this.#isBusy = false;
		if (!this.#isClosed) this.#next();
	}

	#complain(text: string): void {
		this.#write(this.#errors, `${new Date().toISOString().slice(0, 19).replace("T", " ")} ${text}\n`);
	}

	/** What nobody reads is lost when the pipe is full. */
	#write({ descriptor }: Fifo, text: string): void {
		if (text === "" || this.#isClosed) return;
		writeOrDrop(() => writeSync(descriptor, text, null, "latin1"));
	}
}
