import { type CommandCall, encodeRequest, HEADER_BYTES } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import type { CommandAnswer } from "../devices/Device.ts";
import { Later, Outside, type Reply } from "./Handler.ts";
import { handlers, perform } from "./handlers.ts";
import { BUFFER_BYTES, Request } from "./Request.ts";

/**
 * Performs a command for a program that runs on the simulated Pi itself, at the moment that is being played.
 * `then` is given the whole answer when there is one, never before this returns.
 * @returns the result, if it is there at once; for data its length; 0 for a command that takes time
 */
export function performLocally(daemon: Daemon, call: CommandCall, then?: CommandAnswer): number {
	const request = requestOf(call);
	const reply = handlers[call.name](daemon, request);
	settle(daemon, reply, then);
	return reply instanceof Later || reply instanceof Outside ? 0 : resultOf(reply);
}

/** Performs a request of any kind; `then` is given its answer when there is one, never before this returns. */
export function performRequest(daemon: Daemon, request: Request, then: CommandAnswer): void {
	settle(daemon, perform(daemon, request), then);
}

/** The request that a program on the Pi makes for a command. */
export function requestOf(call: CommandCall): Request {
	const bytes = encodeRequest<typeof call.name>(call.name, call.args);
	const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const buffer = new Uint8Array(BUFFER_BYTES);
	buffer.set(bytes.subarray(HEADER_BYTES));
	return new Request(
		words.getUint32(0, true),
		words.getUint32(4, true),
		words.getUint32(8, true),
		bytes.length - HEADER_BYTES,
		buffer,
		undefined,
	);
}

/** Waits for the end of what takes time, then tells the answer. */
function settle(daemon: Daemon, reply: Reply, then: CommandAnswer | undefined): void {
	const { engine } = daemon;
	if (reply instanceof Later) {
		engine.at(reply.time, () => settle(daemon, reply.finish(), then));
		return;
	}
	if (reply instanceof Outside) {
		reply.begin((result) => settle(daemon, result, then));
		return;
	}
	if (then === undefined) return;
	const data = typeof reply === "number" ? new Uint8Array() : reply;
	engine.at(engine.time, () => then(resultOf(reply), data));
}

function resultOf(reply: number | Uint8Array): number {
	return typeof reply === "number" ? reply : reply.length;
}
