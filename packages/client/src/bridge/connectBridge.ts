import { Pi } from "../api/Pi.ts";
import type { BridgeOptions } from "./BridgeOptions.ts";
import { BridgeTransport } from "./BridgeTransport.ts";

/**
 * Connects to a pigpiod over a bridge, in a browser or in Node. Returns at once; `connected()` tells when it is there.
 * @throws TypeError for a wrong address; Error where there is no WebSocket
 */
export function connectBridge(options: BridgeOptions = {}): Pi<BridgeTransport> {
	return new Pi(new BridgeTransport(options));
}
