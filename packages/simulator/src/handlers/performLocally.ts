import { type CommandCall, encodeRequest, HEADER_BYTES } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import { Later, type Reply } from "./Handler.ts";
import { handlers } from "./handlers.ts";
import { BUFFER_BYTES, Request } from "./Request.ts";

/**
 * Performs a command for a program that runs on the simulated Pi itself, at the moment that is being played.
 * A command that keeps its caller waiting goes on by itself, and the program learns no more than that it began.
 * @returns its result; for data its length; 0 for one that goes on
 */
export function performLocally(daemon: Daemon, call: CommandCall): number {
	const bytes = encodeRequest<typeof call.name>(call.name, call.args);
	const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const buffer = new Uint8Array(BUFFER_BYTES);
	buffer.set(bytes.subarray(HEADER_BYTES));
	const request = new Request(
		words.getUint32(0, true),
		words.getUint32(4, true),
		words.getUint32(8, true),
		bytes.length - HEADER_BYTES,
		buffer,
		undefined,
	);
	return settle(daemon, handlers[call.name](daemon, request));
}

function settle(daemon: Daemon, reply: Reply): number {
	if (reply instanceof Later) {
		daemon.engine.at(reply.time, () => settle(daemon, reply.finish()));
		return 0;
	}
	return typeof reply === "number" ? reply : reply.length;
}
