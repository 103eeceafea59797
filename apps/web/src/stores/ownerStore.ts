import { type TriggerOwner, triggerOwner } from "@gpioscope/protocol";
import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "./followStorage.ts";

/** Longest name that a person can have here. */
export const LONGEST_OWNER_NAME = 40;

/** Whose triggers those are that gpioscope watches for without a page: this browser's, kept in it. */
export const ownerStore = createStore<TriggerOwner>()(
	persist((): TriggerOwner => ({ id: newId(), name: "" }), {
		name: "gpioscope.owner",
		version: 1,
		merge: (stored, current) => {
			const read = triggerOwner.safeParse(stored);
			return read.success && read.data.id !== "" ? read.data : current;
		},
	}),
);
followStorage(ownerStore);
// Kept from the first visit on, not from the first change on.
ownerStore.setState({});

function newId(): string {
	// randomUUID is there only on https and on this computer.
	const bytes = crypto.getRandomValues(new Uint8Array(8));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What to call somebody else whose triggers are watched for; undefined for whom this page belongs to. */
export function nameOfOther(owner: TriggerOwner, own = ownerStore.getState().id): string | undefined {
	if (owner.id === own) return undefined;
	if (owner.name !== "") return owner.name;
	return owner.id === "" ? "a script" : `browser ${owner.id.slice(0, 4)}`;
}
