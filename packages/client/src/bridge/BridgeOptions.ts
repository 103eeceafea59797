import type { Clock } from "../clock.ts";
import type { WebSocketConstructor } from "./WebSocketLike.ts";

/** How to reach a bridge. */
export interface BridgeOptions {
	/**
	 * The address that the bridge printed, or where its page is; a token in its fragment is used. Default: the site of
	 * the page that this runs in.
	 */
	readonly url?: string | URL;
	/** Without one, the browser's cookie must open the bridge, as it does for a page that was given the token. */
	readonly token?: string;
	/** Id of the pigpiod to use. Default: the bridge's first. */
	readonly target?: string;
	/** Default: the platform's own. Node 20 has none; the package ws has a fitting one. */
	readonly WebSocket?: WebSocketConstructor;
	/** Default: the platform's own. It only tells a bridge that refuses from one that is away. */
	readonly fetch?: typeof fetch;
	/** For the greeting and for each answer, in milliseconds. Default 10 000: the bridge itself gives up sooner. */
	readonly timeoutMs?: number;
	readonly clock?: Clock;
	/** 0 to 1, for the pauses between attempts to connect. */
	readonly random?: () => number;
	/** Hears of trouble that no caller waits for. */
	readonly onProblem?: (error: unknown) => void;
}
