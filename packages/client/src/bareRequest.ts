import { type CommandName, commands, HEADER_BYTES } from "@gpioscope/protocol";

/** A request without an extension, with parameters that a caller could not send: what pigpiod refuses of them tells. */
export function bareRequest(name: CommandName, p1: number, p2 = 0): Uint8Array {
	const bytes = new Uint8Array(HEADER_BYTES);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, commands[name].code, true);
	view.setUint32(4, p1, true);
	view.setUint32(8, p2, true);
	return bytes;
}
