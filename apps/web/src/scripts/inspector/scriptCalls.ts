import { type Invocation, storedText } from "@gpioscope/protocol";
import type { ShownScript } from "../check/shownScript.ts";
import { paramsToSend } from "../library/paramValues.ts";
import type { StoredScript } from "../stored/storedStore.ts";

/** What the buttons of the open script send, in the order of its life. Its number is known only once it is stored. */
export function documentCalls({ document, checked, stored, isChanged }: ShownScript): Invocation[] {
	if (checked.hasErrors || checked.steps === 0) return stored === undefined ? [] : [deletion(stored)];
	const store: Invocation = { name: "storeScript", args: { text: storedText(document.text) } };
	if (stored === undefined) return [store];
	return isChanged ? [deletion(stored), store] : [store, ...storedCalls(stored, document.values)];
}

/**
 * What the buttons of a script in pigpiod send: to run it, to change its parameters, to stop it and to delete it.
 * @param values parameters as they were typed
 */
export function storedCalls(stored: StoredScript, values: readonly string[]): Invocation[] {
	const script = stored.id;
	const params = paramsToSend(values, stored.params);
	return [
		...(params === undefined ? [] : [{ name: "runScript" as const, args: { script, params } }]),
		...(params === undefined || params.length === 0
			? []
			: [{ name: "updateScript" as const, args: { script, params } }]),
		{ name: "stopScript", args: { script } },
		deletion(stored),
	];
}

function deletion({ id }: StoredScript): Invocation {
	return { name: "deleteScript", args: { script: id } };
}
