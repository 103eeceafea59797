export { type Config, parseConfig, type Source, UsageError } from "./config.ts";
export { type Bridge, type BridgeOptions, createBridge, type Listening } from "./createBridge.ts";
