import { boardOf, gpioOfWiringPiNumber } from "@gpioscope/logic";
import { LINE_SERVER } from "@gpioscope/protocol";
import { failureOf } from "../access/Refusal.ts";
import type { Desk, Visitor } from "../sessions/Desk.ts";
import { EdgeWatch } from "./EdgeWatch.ts";
import type { LineInterrupts } from "./LineInterrupts.ts";
import { type LineDialect, lineHelp, listedPins } from "./lineDialects.ts";
import type { LineCommand } from "./parseLine.ts";

const visitor: Visitor = { id: LINE_SERVER, role: "operator" };
const modes = { IN: 0, OUT: 1 } as const;

/** Carries out lines at the desk that sessions come to, with their permissions, in their log. */
export class LineDesk {
	readonly #desk: Desk;
	readonly #dialect: LineDialect;
	readonly #onFault: (error: unknown) => void;
	/** Of the board that was there last; undefined before the first connection. */
	#gpios: ReadonlyMap<number, number> | undefined;
	#revision: number | undefined;
	/** What interrupts are made of. */
	readonly edges: EdgeWatch;

	constructor(desk: Desk, dialect: LineDialect, onFault: (error: unknown) => void) {
		this.#desk = desk;
		this.#dialect = dialect;
		this.#onFault = onFault;
		this.edges = new EdgeWatch(desk.target);
	}

	/** True for a wiringPi number of the board; before one is known, for all numbers that some board has. */
	isPin(pin: number): boolean {
		return this.gpioOf(pin) !== undefined;
	}

	/** GPIO of a wiringPi number. */
	gpioOf(pin: number): number | undefined {
		this.#look();
		return this.#gpios === undefined ? gpioOfWiringPiNumber(pin, false) : this.#gpios.get(pin);
	}

	/**
	 * Runs one command and returns its answer, a line each. Never rejects.
	 * @param interrupts those of the connection that asks
	 */
	async answer(command: LineCommand, interrupts: LineInterrupts): Promise<string[]> {
		try {
			return await this.#answer(command, interrupts);
		} catch (error) {
			return [`ERROR - ${this.#words(error)}`];
		}
	}

	/** The last connection is gone. */
	leave(): Promise<void> {
		return this.#desk.leave(LINE_SERVER);
	}

	async #answer(command: LineCommand, interrupts: LineInterrupts): Promise<string[]> {
		switch (command.kind) {
			case "read": {
				const level = await this.#call("read", { gpio: this.gpioOf(command.pin) });
				return [this.#dialect.value(command.pin, Number(level))];
			}
			case "write":
				await this.#call("write", { gpio: this.gpioOf(command.pin), level: command.level });
				return [this.#dialect.done];
			case "mode":
				await this.#call("setMode", { gpio: this.gpioOf(command.pin), mode: modes[command.mode] });
				return [this.#dialect.done];
			case "readAll": {
				const levels = Number(await this.#call("readBank1", {}));
				const pins = listedPins.map((name, pin) => {
					const gpio = this.gpioOf(pin) ?? 0;
					return { pin, gpio, name, level: (levels >>> gpio) & 1 };
				});
				return this.#dialect.all(pins);
			}
			case "interrupt": {
				const sinceTick = Number(await this.#call("getTick", {}));
				const gpio = this.gpioOf(command.pin) ?? 0;
				interrupts.set({ ...command, gpio, sinceTick });
				return [this.#dialect.done];
			}
			case "noInterrupt":
				interrupts.remove(command.pin);
				return [this.#dialect.done];
			case "info":
				return lineHelp.map((line) => `OK - ${line}`);
		}
	}

	#call(command: string, args: Record<string, unknown>): Promise<unknown> {
		return this.#desk.call(visitor, command, args);
	}

	#look(): void {
		const { state } = this.#desk.target.facts();
		if (state.kind !== "live" && state.kind !== "stale") return;
		if (state.revision === this.#revision) return;
		this.#revision = state.revision;
		const board = boardOf(state.revision);
		const numbers = Array.from({ length: MOST_PINS }, (_, pin) => pin);
		this.#gpios = new Map(
			numbers.flatMap((pin) => {
				const gpio = gpioOfWiringPiNumber(pin, board.firstB);
				return gpio !== undefined && board.gpios.includes(gpio) ? [[pin, gpio] as const] : [];
			}),
		);
	}

	/** Without a connection its cause is told: it says more than that there is none. */
	#words(error: unknown): string {
		const { code, message, remedy } = failureOf(error, this.#onFault);
		const { state } = this.#desk.target.facts();
		const cause =
			code === "notConnected" && state.kind === "disconnected" ? state.cause : { message, remedy };
		return [cause.message, cause.remedy].filter(Boolean).join(" ").replaceAll(/\s+/g, " ");
	}
}

/** wiringPi numbers the pins of a Raspberry Pi from 0 to 31. */
const MOST_PINS = 32;
