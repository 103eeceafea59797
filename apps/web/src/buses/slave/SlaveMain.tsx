import { EmptyNote } from "../../widgets/EmptyNote.tsx";

export function SlaveMain() {
	return <EmptyNote>Nothing here yet.</EmptyNote>;
}
