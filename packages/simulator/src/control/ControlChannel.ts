import {
	type ControlFailure,
	type ControlOperation,
	type ControlParams,
	type ControlResult,
	controlErrors,
	parseControl,
} from "@gpioscope/protocol";
import { BenchError } from "../bench/BenchError.ts";
import { RefusedText } from "../devices/Control.ts";
import type { Cancel } from "../devices/Device.ts";
import { FaultRefused } from "../faults/Faults.ts";
import { LeakRefused } from "../faults/leakHandles.ts";
import { boardHandlers } from "./boardHandlers.ts";
import { ControlError } from "./ControlError.ts";
import type { ControlHandler, ControlHandlersOf, ControlHost } from "./ControlHandler.ts";
import type { BenchListener, ControlWatch } from "./ControlWatch.ts";
import { deviceHandlers } from "./deviceHandlers.ts";
import { faultHandlers } from "./faultHandlers.ts";

/** A handler for every operation; a missing one does not compile. */
const handlers: ControlHandlersOf<ControlOperation> = {
	...deviceHandlers,
	...boardHandlers,
	...faultHandlers,
};

/** What an operation led to. */
export type ControlOutcome = { readonly result: unknown } | { readonly error: ControlFailure };

/** Moves the virtual world: every way in, from this process, a socket or the bridge, comes here. */
export class ControlChannel {
	readonly #host: ControlHost;
	readonly #watch: ControlWatch;
	readonly #onError: (error: unknown) => void;
	readonly #own: ControlSession;

	constructor(host: ControlHost, watch: ControlWatch, onError: (error: unknown) => void) {
		this.#host = host;
		this.#watch = watch;
		this.#onError = onError;
		this.#own = this.open(() => {});
	}

	/** Performs an operation for a caller in this process. Rejects with ControlError. */
	async call<N extends ControlOperation>(
		op: N,
		...[params]: Record<string, never> extends ControlParams<N>
			? [params?: ControlParams<N>]
			: [params: ControlParams<N>]
	): Promise<ControlResult<N>> {
		return (await this.perform({ op, ...params }, this.#own)) as ControlResult<N>;
	}

	/** Calls `listener` when controls changed or devices came or went, at most ten times a second. */
	watch(listener: BenchListener): Cancel {
		return this.#watch.subscribe(listener);
	}

	/** Opens a session, whose subscriptions go to `push`. */
	open(push: BenchListener): ControlSession {
		return new ControlSession(this, this.#watch, push, this.#onError);
	}

	/** Performs a request of unknown origin. Rejects with ControlError; with anything else for a fault in here. */
	async perform(request: unknown, session: ControlSession): Promise<unknown> {
		const call = parseControl(request);
		if ("code" in call) throw new ControlError(call.code, call.message);
		const { machine } = this.#host;
		machine.catchUp();
		try {
			return await (handlers[call.op] as ControlHandler<ControlOperation>)(
				this.#host,
				call.args as never,
				session,
			);
		} catch (error) {
			throw translated(error);
		} finally {
			machine.wake();
		}
	}
}

/** One caller of the control channel. */
export class ControlSession {
	readonly #channel: ControlChannel;
	readonly #watch: ControlWatch;
	readonly #push: BenchListener;
	readonly #onError: (error: unknown) => void;
	#cancel: Cancel | undefined;

	constructor(
		channel: ControlChannel,
		watch: ControlWatch,
		push: BenchListener,
		onError: (error: unknown) => void,
	) {
		this.#channel = channel;
		this.#watch = watch;
		this.#push = push;
		this.#onError = onError;
	}

	/** Performs a request of unknown origin: an object with op and its fields. Never rejects. */
	async perform(request: unknown): Promise<ControlOutcome> {
		try {
			return { result: await this.#channel.perform(request, this) };
		} catch (error) {
			if (error instanceof ControlError) {
				const { code, message, remedy } = error;
				return { error: { code, message, remedy } };
			}
			this.#onError(error);
			return {
				error: { code: "internal", message: "The simulator failed.", remedy: controlErrors.internal },
			};
		}
	}

	/** Whether it is told of changes. */
	get isSubscribed(): boolean {
		return this.#cancel !== undefined;
	}

	subscribe(): void {
		this.#cancel ??= this.#watch.subscribe(this.#push);
	}

	unsubscribe(): void {
		this.#cancel?.();
		this.#cancel = undefined;
	}

	/** Ends its subscription. */
	close(): void {
		this.unsubscribe();
	}
}

function translated(error: unknown): unknown {
	if (error instanceof BenchError) return new ControlError("benchFault", error.message, { cause: error });
	if (error instanceof FaultRefused) return new ControlError(error.code, error.message, { cause: error });
	if (error instanceof LeakRefused)
		return new ControlError("commandRefused", error.message, { cause: error });
	if (error instanceof RefusedText) return new ControlError("invalidValue", error.message, { cause: error });
	return error;
}
