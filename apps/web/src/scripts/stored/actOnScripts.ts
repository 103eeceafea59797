import { storedText } from "@gpioscope/protocol";
import { showError } from "../../actions/showError.ts";
import { bridge } from "../../bridge/index.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { paramsToSend } from "../library/paramValues.ts";
import type { ScriptDocument } from "../library/scriptDocument.ts";
import { askScript, lookAtScripts } from "./lookAtScripts.ts";
import { noteDeleting, noteOrigin, storedIdOf, storedStore } from "./storedStore.ts";

/** Asked this often, pigpiod has got a script ready. */
const PATIENCE = 500;

/** Does something with scripts; what fails is told, and `undefined` is the answer. */
async function attempt<T>(what: string, act: () => Promise<T>): Promise<T | undefined> {
	noteAction();
	try {
		return await act();
	} catch (error) {
		showError(what, error);
		return undefined;
	}
}

/** Stores a script, in place of what was stored of it before. */
export async function storeDocument(document: ScriptDocument): Promise<void> {
	await attempt(`Storing ${document.name}`, () => store(document));
}

/** Runs a script, which is stored first unless pigpiod has it as it is. */
export async function runDocument(document: ScriptDocument): Promise<void> {
	await attempt(`Running ${document.name}`, async () => {
		const stored = storedIdOf(document.id);
		const isCurrent =
			stored !== undefined && storedStore.getState().origins.get(stored)?.text === storedText(document.text);
		await run(isCurrent ? stored : await store(document), document.values);
	});
}

/** Runs a script that is in pigpiod. */
export async function runStored(id: number, values: readonly string[]): Promise<void> {
	await attempt(`Running script ${id}`, () => run(id, values));
}

/** Gives a script parameters while it runs. */
export async function updateStored(id: number, values: readonly string[]): Promise<void> {
	await attempt(`Parameters of script ${id}`, async () => {
		await bridge.call("updateScript", { script: id, params: paramsOf(id, values) });
		await lookAtScripts([id]);
	});
}

/** Stops a script. A delay that it is at ends first. */
export async function stopStored(id: number): Promise<void> {
	await attempt(`Stopping script ${id}`, async () => {
		await bridge.call("stopScript", { script: id });
		await lookAtScripts([id]);
	});
}

/** Deletes a script from pigpiod, which stops it. */
export async function deleteStored(id: number): Promise<void> {
	await attempt(`Deleting script ${id}`, () => remove(id));
}

async function store(document: ScriptDocument): Promise<number> {
	const before = storedIdOf(document.id);
	if (before !== undefined) await remove(before);
	const text = storedText(document.text);
	const id = await bridge.call("storeScript", { text });
	noteOrigin(id, { documentId: document.id, text });
	await lookAtScripts([id]);
	return id;
}

async function run(id: number, values: readonly string[]): Promise<void> {
	await isReady(id);
	await bridge.call("runScript", { script: id, params: paramsOf(id, values) });
	await lookAtScripts([id]);
}

/** Right after it was stored pigpiod does not run a script yet. */
async function isReady(id: number): Promise<void> {
	for (let asked = 0; asked < PATIENCE; asked++) {
		const script = await askScript(id);
		if (script?.state !== "initialising") return;
	}
}

async function remove(id: number): Promise<void> {
	const noteEnd = noteDeleting(id);
	try {
		await bridge.call("deleteScript", { script: id });
	} finally {
		noteEnd();
	}
	await lookAtScripts([id]);
}

function paramsOf(id: number, values: readonly string[]): number[] {
	return paramsToSend(values, storedStore.getState().scripts.get(id)?.params ?? []) ?? [];
}
