import type { TargetFacts } from "@gpioscope/protocol";
import { connectionStore } from "../stores/connectionStore.ts";
import { namesStore } from "../stores/namesStore.ts";

/** Under which key names and colours of this Pi are kept in the browser. */
function piKey({ simulated, address: { host, port } }: TargetFacts): string {
	return simulated ? "simulated" : `${host}:${port}`;
}

/** Names, colours and lane order follow the Pi on view; the names its bench proposes are offered. */
export function startFollowingTarget(): () => void {
	const follow = (target: TargetFacts | undefined): void => {
		if (target !== undefined) namesStore.setState({ pi: piKey(target), offered: target.names ?? {} });
	};
	follow(connectionStore.getState().target);
	return connectionStore.subscribe((state, before) => {
		if (state.target !== before.target) follow(state.target);
	});
}
