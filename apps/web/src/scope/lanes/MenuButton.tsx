import { Ellipsis } from "lucide-react";
import { useStore } from "zustand";
import { headerStore, openMenuBelow } from "./headerStore.ts";

/** Opens the menu of a row by pointer; the list opens it by keys. */
export function MenuButton({ row, name }: { readonly row: string; readonly name: string }) {
	const isOpen = useStore(headerStore, ({ menu }) => menu?.row === row);
	return (
		<button
			type="button"
			tabIndex={-1}
			aria-label={`Menu of ${name}`}
			aria-haspopup="menu"
			aria-expanded={isOpen}
			title="Menu (Shift F10)"
			onClick={(event) => openMenuBelow(row, event.currentTarget)}
		>
			<Ellipsis size={14} />
		</button>
	);
}
