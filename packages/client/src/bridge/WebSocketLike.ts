/** What a WebSocket's onmessage gets. */
export interface MessageLike {
	readonly data: unknown;
}

/** What a WebSocket's onclose gets. */
export interface CloseLike {
	readonly code: number;
	readonly reason: string;
}

/** As much of a WebSocket as is used here: that of browsers, of newer Nodes, and of the package ws. */
export interface WebSocketLike {
	binaryType: string;
	onopen: ((event: never) => void) | null;
	onmessage: ((event: never) => void) | null;
	onclose: ((event: never) => void) | null;
	onerror: ((event: never) => void) | null;
	send(data: string): void;
	close(code?: number, reason?: string): void;
}

/** The class that makes WebSockets, as browsers and the package ws have it. */
export type WebSocketConstructor = new (url: string, protocols: string[]) => WebSocketLike;

/** The platform's own WebSocket. @throws Error where there is none */
export function platformWebSocket(): WebSocketConstructor {
	const { WebSocket } = globalThis as { WebSocket?: unknown };
	if (typeof WebSocket === "function") return WebSocket as WebSocketConstructor;
	throw new Error('This platform has no WebSocket. In Node 20 pass one: import { WebSocket } from "ws".');
}
