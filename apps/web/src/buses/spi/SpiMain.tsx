import { EmptyNote } from "../../widgets/EmptyNote.tsx";

export function SpiMain() {
	return <EmptyNote>Nothing here yet.</EmptyNote>;
}
