import { EmptyNote } from "../../widgets/EmptyNote.tsx";

export function SerialMain() {
	return <EmptyNote>Nothing here yet.</EmptyNote>;
}
