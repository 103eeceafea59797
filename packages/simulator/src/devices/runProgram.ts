import type { CommandCall } from "@gpioscope/protocol";
import type { Cancel, Micros } from "./Device.ts";
import type { DeviceContext } from "./defineDevice.ts";

/** What the daemon answered: a result (negative for an error, for data its length), and the data. */
export interface Answer {
	readonly result: number;
	readonly data: Uint8Array;
}

/** A program on the Pi: yields commands, whose answers it gets, and pauses in microseconds. */
export type Program<T = void> = Generator<CommandCall | Micros, T, Answer>;

const nothing: Answer = { result: 0, data: new Uint8Array() };

/** Runs a program beside everything else, one step after the other, until it ends or its device is detached. */
export function runProgram(
	{ after, request }: Pick<DeviceContext<never, unknown>, "after" | "request">,
	program: Program,
): Cancel {
	let isRunning = true;
	const go = (answer: Answer) => {
		if (!isRunning) return;
		const { done, value } = program.next(answer);
		if (done === true) return;
		if (typeof value === "number") after(value, () => go(nothing));
		else request(value, (result, data) => go({ result, data }));
	};
	// Later than everything that is wired up at the same moment.
	after(0, () => go(nothing));
	return () => {
		isRunning = false;
	};
}

/** A command as a step of a program. */
export function* ask(call: CommandCall): Program<Answer> {
	return yield call;
}
