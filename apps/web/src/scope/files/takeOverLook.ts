import { fileKey, fileNameKey, withKeyMoved } from "../../stores/fileKey.ts";
import { namesStore } from "../../stores/namesStore.ts";
import { derivedStore } from "../lanes/derivedStore.ts";
import { groupsStore } from "../lanes/groupsStore.ts";
import { moveStoredMarks } from "../markers/keepMarkers.ts";

/** Gives a file what was kept under its name alone, by versions that did not know it by its contents. */
export function takeOverLook(file: { readonly name: string; readonly fingerprint: string }): void {
	const from = fileNameKey(file.name);
	const to = fileKey(file);
	namesStore.setState(({ byPi, order }) => ({
		byPi: withKeyMoved(byPi, from, to),
		order: withKeyMoved(order, from, to),
	}));
	groupsStore.setState(({ byKey }) => ({ byKey: withKeyMoved(byKey, from, to) }));
	derivedStore.setState(({ byKey }) => ({ byKey: withKeyMoved(byKey, from, to) }));
	moveStoredMarks(from, to);
}
