import { Play, Save, Square } from "lucide-react";
import { defineAction } from "../actions/defineAction.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { isArmed } from "../stores/uiStore.ts";
import { checkScript } from "./check/checkScript.ts";
import { openDocument } from "./library/libraryStore.ts";
import { paramsToSend } from "./library/paramValues.ts";
import { scriptsViewStore } from "./scriptsViewStore.ts";
import { runDocument, stopStored, storeDocument } from "./stored/actOnScripts.ts";
import { isAtWork } from "./stored/stateWords.ts";
import { type StoredScript, storedIdOf, storedStore } from "./stored/storedStore.ts";

function canAct(): boolean {
	const { socket, target } = connectionStore.getState();
	const isLive = socket.kind === "open" && target?.state.kind === "live";
	return isLive && isArmed() && scriptsViewStore.getState().foreign === undefined;
}

function canStore(): boolean {
	const { hasErrors, steps } = checkScript(openDocument().text, connectionStore.getState().capabilities);
	return canAct() && !hasErrors && steps > 0 && storedNow()?.state !== "deleting";
}

function storedNow(): StoredScript | undefined {
	const id = storedIdOf(openDocument().id);
	return id === undefined ? undefined : storedStore.getState().scripts.get(id);
}

/** What a person can do with the open script by key and palette. */
export const scriptsActions = [
	defineAction({
		id: "scripts.run",
		label: "Run the script",
		icon: Play,
		shortcuts: ["mod+Enter"],
		enabled: () => canStore() && paramsToSend(openDocument().values, []) !== undefined,
		run: () => runDocument(openDocument()),
	}),
	defineAction({
		id: "scripts.stop",
		label: "Stop the script",
		icon: Square,
		shortcuts: ["mod+."],
		enabled: () => canAct() && isAtWork(storedNow()?.state ?? "halted"),
		run: () => stopStored(storedNow()?.id ?? -1),
	}),
	defineAction({
		id: "scripts.store",
		label: "Store the script in pigpiod",
		icon: Save,
		shortcuts: ["mod+S"],
		enabled: canStore,
		run: () => storeDocument(openDocument()),
	}),
];
