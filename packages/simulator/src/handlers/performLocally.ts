import { type CommandCall, encodeRequest, HEADER_BYTES } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import { Later } from "./Handler.ts";
import { handlers } from "./handlers.ts";
import { BUFFER_BYTES, Request } from "./Request.ts";

/**
 * Performs a command for a program that runs on the simulated Pi itself, at the moment that is being played.
 * @returns its result; for data its length
 * @throws Error for a command that keeps its caller waiting, which only a connection can do
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
	const reply = handlers[call.name](daemon, request);
	if (reply instanceof Later) throw new Error(`${call.name} would keep a program on the bench waiting`);
	return typeof reply === "number" ? reply : reply.length;
}
