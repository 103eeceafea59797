import type { Neighbour, Role, ServerMessageOf, TargetFacts } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { createStore } from "zustand/vanilla";

/** The page's own WebSocket to the bridge: exactly one of these. */
export type SocketState =
	| { readonly kind: "connecting" }
	| { readonly kind: "open" }
	/** Lost; the next attempt starts at retryAt (ms of epoch). */
	| { readonly kind: "retrying"; readonly attempt: number; readonly retryAt: number }
	/** The bridge will not have us: no token, or a wrong one. No attempt follows. */
	| { readonly kind: "refused"; readonly reason: string };

export type Statistics = Omit<ServerMessageOf<"statistics">, "op" | "target">;

interface ConnectionState {
	readonly socket: SocketState;
	/** The Pi that this page is about, as last known; it may be off the list meanwhile. */
	readonly target: TargetFacts | undefined;
	/** All Pis of the bridge, in its order; empty until it has said. */
	readonly targets: readonly TargetFacts[];
	/** Id of the Pi that the address named when the page was opened. */
	readonly wanted: string | undefined;
	/** Other gpioscopes on the local network. */
	readonly neighbours: readonly Neighbour[];
	readonly sessionId: string | undefined;
	/** Of the bridge, which the page comes with. */
	readonly version: string | undefined;
	readonly role: Role | undefined;
	readonly capabilities: readonly string[];
	/** Pages that show this Pi, this one included. */
	readonly viewers: number;
	readonly statistics: Statistics | undefined;
	/** What last went wrong inside the page with captured data. */
	readonly fault: string | undefined;
}

/** What is known of the way from this page to the daemon. */
export const connectionStore = createStore<ConnectionState>()(() => ({
	socket: { kind: "connecting" },
	target: undefined,
	targets: [],
	wanted: undefined,
	neighbours: [],
	sessionId: undefined,
	version: undefined,
	role: undefined,
	capabilities: [],
	viewers: 1,
	statistics: undefined,
	fault: undefined,
}));

/** A part of the connection's state. */
export function useConnection<T>(select: (state: ConnectionState) => T): T {
	return useStore(connectionStore, useShallow(select));
}

/** Id of the bridge's first Pi, whatever that is called. */
const FIRST = "pi";

/** Id of the Pi that this page is about, also before the bridge has said which there are. */
export function ownTarget({ target, wanted } = connectionStore.getState()): string {
	return target?.id ?? wanted ?? FIRST;
}
