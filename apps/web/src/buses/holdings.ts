import type { OpenHandle } from "@gpioscope/protocol";
import { bridge } from "../bridge/index.ts";
import { connectionStore } from "../stores/connectionStore.ts";

/**
 * Tells when something that this page had open in the daemon is not any more, whoever closed it: the page itself, release
 * all, or the loss of connection or daemon.
 *
 * @param held what is open, as far as the listener knows; undefined for nothing
 */
export function onLost(held: () => OpenHandle | undefined, lost: () => void): void {
	connectionStore.subscribe(({ sessionId }, before) => {
		if (sessionId !== before.sessionId && held() !== undefined) lost();
	});
	bridge.onMessage((message) => {
		const own = held();
		const { sessionId, target } = connectionStore.getState();
		if (message.op !== "holdings" || own === undefined || message.target !== target?.id) return;
		const isThere = message.holdings.some(
			({ kind, id, session }) => kind === own.kind && id === own.id && session === sessionId,
		);
		if (!isThere) lost();
	});
}
