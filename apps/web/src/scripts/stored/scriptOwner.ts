import { useStore } from "zustand";
import { useConnection } from "../../stores/connectionStore.ts";
import { daemonStore } from "../../stores/daemonStore.ts";
import { sessionName } from "../../stores/sessionName.ts";

/** Who has a script in pigpiod, and its text. */
export interface ScriptOwner {
	/** `you`, or a session of others. */
	readonly name: string;
	readonly isOwn: boolean;
	/** As it was stored; cut, with an ellipsis, where it is long. */
	readonly text: string;
}

const STORES = "proc ";

/** Who has the script of a number; undefined for a program that is no session of the bridge. */
export function useScriptOwner(id: number): ScriptOwner | undefined {
	const holding = useStore(daemonStore, ({ holdings }) =>
		holdings.find((each) => each.kind === "script" && each.id === id),
	);
	const own = useConnection((state) => state.sessionId);
	if (holding === undefined) return undefined;
	const { session, pigs } = holding;
	return { name: sessionName(session, own), isOwn: session === own, text: pigs.slice(STORES.length) };
}
