import { useConnection } from "../stores/connectionStore.ts";

/** Whether the bridge was started with an ability; undefined before it has said. */
export function useAbility(ability: "files" | "shell" | "custom"): boolean | undefined {
	return useConnection(({ sessionId, capabilities }) =>
		sessionId === undefined ? undefined : capabilities.includes(ability),
	);
}
