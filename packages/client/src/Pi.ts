import { Pi as AnyPi } from "./api/Pi.ts";
import { PiConnection } from "./PiConnection.ts";
import type { PiOptions } from "./PiOptions.ts";

/** A Raspberry Pi over TCP: what `connect` gives. */
export type Pi = AnyPi<PiConnection>;

/** Connects to a pigpiod. Returns at once; `connected()` tells when it is there. It reconnects by itself until closed. */
export function connect(options: PiOptions = {}): Pi {
	return new AnyPi(new PiConnection(options));
}
