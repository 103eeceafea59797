import { useConnection } from "./connectionStore.ts";
import { useArmed } from "./hooks.ts";

/** Why nothing can be sent to the daemon from here now. */
export type ActBar = "disconnected" | "viewer" | "viewOnly";

/** What bars acting, the most lasting reason first; undefined when nothing does. */
export function useActBar(): ActBar | undefined {
	const isArmed = useArmed();
	return useConnection(({ socket, target, role }) => {
		if (socket.kind !== "open" || target?.state.kind !== "live") return "disconnected";
		if (role === "viewer") return "viewer";
		return isArmed ? undefined : "viewOnly";
	});
}
