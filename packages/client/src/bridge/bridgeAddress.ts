import { SUBPROTOCOL, TOKEN_SUBPROTOCOL } from "@gpioscope/protocol";

/** Where a bridge is, and how to be let in. */
export interface BridgeAddress {
	/** What people know it by: `http://localhost:8880`. */
	readonly origin: string;
	/** Its WebSocket: `ws://localhost:8880/ws`. */
	readonly socketUrl: string;
	/** Answers without a token: tells a bridge that refuses from one that is not there. */
	readonly healthUrl: string;
	readonly protocols: string[];
}

const TOKEN = /^[\w.~-]+$/;

/**
 * Understands the address that the bridge printed, token in its fragment included, and `http`, `https`, `ws` and `wss`
 * addresses of a bridge, also behind a path. Without one, the page's own bridge.
 * @throws TypeError when it is none of these
 */
export function bridgeAddress(url?: string | URL, token?: string): BridgeAddress {
	const parsed = new URL(String(url ?? pageUrl()));
	const isSecure = parsed.protocol === "https:" || parsed.protocol === "wss:";
	if (!isSecure && parsed.protocol !== "http:" && parsed.protocol !== "ws:") {
		throw new TypeError(`A bridge's address begins with http, https, ws or wss (got ${parsed.protocol})`);
	}
	const shown = token ?? new URLSearchParams(parsed.hash.slice(1)).get("token") ?? "";
	if (shown !== "" && !TOKEN.test(shown)) {
		throw new TypeError("A token has only letters, digits, and . _ ~ - in it");
	}
	const base = `${parsed.host}${parsed.pathname.replace(/\/(ws)?$/, "")}`;
	const http = `${isSecure ? "https" : "http"}://${base}`;
	return {
		origin: http,
		socketUrl: `${isSecure ? "wss" : "ws"}://${base}/ws`,
		healthUrl: `${http}/api/health`,
		protocols: [SUBPROTOCOL, ...(shown === "" ? [] : [`${TOKEN_SUBPROTOCOL}${shown}`])],
	};
}

function pageUrl(): string {
	const { location } = globalThis as { location?: { readonly origin: string } };
	if (location === undefined) throw new TypeError("Give the url of the bridge, as it printed it");
	return location.origin;
}
