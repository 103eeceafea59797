import { EmptyNote } from "../widgets/EmptyNote.tsx";

/** Scripts that run inside pigpiod: written, stored, started and watched. */
export function ScriptsMain() {
	return <EmptyNote>Nothing here yet.</EmptyNote>;
}
