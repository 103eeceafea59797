export * from "../common.ts";
export { type BlockListener, BlockReader, tickOf } from "./BlockReader.ts";
export { BridgeError } from "./BridgeError.ts";
export type { BridgeOptions } from "./BridgeOptions.ts";
export { BridgeTransport } from "./BridgeTransport.ts";
export { connectBridge } from "./connectBridge.ts";
export type { WebSocketConstructor, WebSocketLike } from "./WebSocketLike.ts";
