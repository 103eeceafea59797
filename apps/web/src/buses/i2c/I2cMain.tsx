import { EmptyNote } from "../../widgets/EmptyNote.tsx";

export function I2cMain() {
	return <EmptyNote>Nothing here yet.</EmptyNote>;
}
