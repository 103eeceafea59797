import { Pi } from "./api/Pi.ts";
import { PiConnection } from "./PiConnection.ts";
import type { PiOptions } from "./PiOptions.ts";

/** A Raspberry Pi over TCP: what `connect` gives. */
export type TcpPi = Pi<PiConnection>;

/** Connects to a pigpiod. Returns at once; `connected()` tells when it is there. It reconnects by itself until closed. */
export function connect(options: PiOptions = {}): TcpPi {
	return new Pi(new PiConnection(options));
}
