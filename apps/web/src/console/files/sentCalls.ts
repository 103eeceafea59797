import type { Invocation } from "@gpioscope/protocol";

/** What was sent for the last thing that was asked for, as far as it is worth reading. */
export interface Sent {
	readonly calls: readonly Invocation[];
	/** Parts of a file that are not among the calls. */
	readonly partsLeft: number;
}

/** Before anything was asked for. */
export const nothingSent: Sent = { calls: [], partsLeft: 0 };

/** Longer parts of a file are not shown as code, bytes. */
const MOST_SHOWN = 1024;

/** The same with one call more: of a file that goes in parts the first one stands for all. */
export function withCall({ calls, partsLeft }: Sent, call: Invocation): Sent {
	const isPart = call.name === "readFile" || call.name === "writeFile";
	const isShown = !calls.some(({ name }) => name === call.name) && !isLong(call);
	return isPart && !isShown ? { calls, partsLeft: partsLeft + 1 } : { calls: [...calls, call], partsLeft };
}

function isLong({ args }: Invocation): boolean {
	return "data" in args && args.data instanceof Uint8Array && args.data.length > MOST_SHOWN;
}
