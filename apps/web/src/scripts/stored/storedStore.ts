import type { ScriptRunState } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { createStore } from "zustand/vanilla";
import { connectionStore } from "../../stores/connectionStore.ts";

/** What a script is doing; `deleting` while its step under way ends, when pigpiod says nothing of it any more. */
export type StoredScriptState = ScriptRunState | "deleting";

/** A script in pigpiod, as it last told. */
export interface StoredScript {
	/** Its number there, 0 to 31. */
	readonly id: number;
	readonly state: StoredScriptState;
	/** p0 to p9. Variables cannot be read. */
	readonly params: readonly number[];
}

/** Of which script of this page a stored one was made. */
export interface Origin {
	readonly documentId: string;
	/** What was stored. */
	readonly text: string;
}

interface StoredState {
	readonly scripts: ReadonlyMap<number, StoredScript>;
	/** By number. */
	readonly origins: ReadonlyMap<number, Origin>;
	/** Whether pigpiod has been asked for all of them. */
	readonly isKnown: boolean;
}

const nothing: StoredState = { scripts: new Map(), origins: new Map(), isKnown: false };

/** What pigpiod has of scripts, whoever stored them. */
export const storedStore = createStore<StoredState>()(() => nothing);

/** A part of it. */
export function useStored<T>(select: (state: StoredState) => T): T {
	return useStore(storedStore, useShallow(select));
}

/** Whose scripts are known. */
let known = runOf(connectionStore.getState());

// Another session, another Pi or another run of pigpiod has none of the scripts of the one before.
connectionStore.subscribe((connection) => {
	const run = runOf(connection);
	// While there is no connection nobody knows; what was may still be there afterwards.
	const epoch = run.epoch ?? known.epoch;
	const isSame = run.session === known.session && run.target === known.target && epoch === known.epoch;
	known = { ...run, epoch };
	if (!isSame) storedStore.setState(nothing);
});

function runOf({ sessionId, target }: ReturnType<typeof connectionStore.getState>) {
	const state = target?.state;
	const epoch = state?.kind === "live" || state?.kind === "stale" ? state.epoch : undefined;
	return { session: sessionId, target: target?.id, epoch };
}

/** Takes in what pigpiod told of some of them; undefined where it knows no script of that number. Those being deleted stay. */
export function takeStored(told: ReadonlyMap<number, StoredScript | undefined>, isKnown: boolean): void {
	const state = storedStore.getState();
	const scripts = new Map(state.scripts);
	const origins = new Map(state.origins);
	let hasChanged = isKnown && !state.isKnown;
	for (const [id, script] of told) {
		const before = scripts.get(id);
		if (before?.state === "deleting" || isSame(before, script)) continue;
		hasChanged = true;
		if (script !== undefined) scripts.set(id, script);
		else {
			scripts.delete(id);
			origins.delete(id);
		}
	}
	if (hasChanged) storedStore.setState({ scripts, origins, isKnown: isKnown || state.isKnown });
}

function isSame(one: StoredScript | undefined, other: StoredScript | undefined): boolean {
	if (one === undefined || other === undefined) return one === other;
	return one.state === other.state && one.params.every((value, index) => value === other.params[index]);
}

/** Notes that a script is being deleted, which lasts until a delay that it is at has ended. The answer says that it has. */
export function noteDeleting(id: number): () => void {
	const script = storedStore.getState().scripts.get(id);
	if (script === undefined) return () => {};
	const put = (state: StoredScriptState): void => {
		const { scripts } = storedStore.getState();
		if (scripts.has(id)) storedStore.setState({ scripts: new Map(scripts).set(id, { ...script, state }) });
	};
	put("deleting");
	return () => put(script.state);
}

/** Notes of what a stored script was made. */
export function noteOrigin(id: number, origin: Origin): void {
	storedStore.setState(({ origins }) => ({ origins: new Map(origins).set(id, origin) }));
}

/** The number that a script of this browser has in pigpiod. */
export function storedIdOf(documentId: string, { origins } = storedStore.getState()): number | undefined {
	for (const [id, origin] of origins) if (origin.documentId === documentId) return id;
	return undefined;
}
