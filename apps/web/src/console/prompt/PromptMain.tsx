import { EmptyNote } from "../../widgets/EmptyNote.tsx";

/** Every command of pigpiod, typed as pigs takes it. */
export function PromptMain() {
	return <EmptyNote>Nothing here yet.</EmptyNote>;
}
